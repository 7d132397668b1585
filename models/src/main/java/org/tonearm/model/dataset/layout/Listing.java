package org.tonearm.model.dataset.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.tonearm.api.ConfigurationException;

/** The audio files of a folder. */
final class Listing {
  private static final Set<String> AUDIO =
      Set.of("au", "wav", "mp3", "flac", "ogg", "opus", "m4a", "aif", "aiff");

  private Listing() {}

  /**
   * Audio files right in a folder, by name; none if there is no such folder.
   *
   * @throws ConfigurationException if the folder can't be read
   */
  static List<Path> audio(Path folder) throws ConfigurationException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Listing::isAudio).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new ConfigurationException(
          "data-set",
          "cannot list the folder " + folder + ": " + e.getMessage(),
          "Check that the folder can be read.",
          e);
    }
  }

  /** A file's name without its ending. */
  static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The number that a file is named by, or -1 if it is named otherwise. */
  static int number(Path file) {
    String stem = stem(file);
    return stem.matches("\\d{1,6}") ? Integer.parseInt(stem) : -1;
  }

  private static boolean isAudio(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".")
        && AUDIO.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }
}
