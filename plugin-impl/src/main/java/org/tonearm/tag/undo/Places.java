package org.tonearm.tag.undo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.codec.CodecRegistry;

/**
 * The files and folders that the user named, by the names under which the journal has them. A file
 * is also known by its audio, since it may have been tagged under another name. Immutable.
 */
public final class Places {
  private final List<Path> paths;
  private final Map<String, List<Path>> audio = new HashMap<>();

  /**
   * Reads the audio of the files among them.
   *
   * @param named need not be there
   * @param codecs read the files
   */
  public Places(List<Path> named, CodecRegistry codecs) {
    this.paths = named.stream().map(Places::real).toList();
    for (Path path : paths) {
      if (Files.isRegularFile(path)) {
        try {
          String hash = codecs.codecFor(path).read(path, TagProfile.DEFAULT).audioHash();
          audio.computeIfAbsent(hash, h -> new ArrayList<>()).add(path);
        } catch (TagException e) {
          // It is known by its name alone; if the journal has it, undo will tell what is wrong.
        }
      }
    }
  }

  /** As the journal names them. */
  public List<Path> paths() {
    return paths;
  }

  /** Fingerprints of the files among them that are there. */
  public List<String> audioHashes() {
    return List.copyOf(audio.keySet());
  }

  /** Those of the named files that have this audio. */
  List<Path> withAudio(String audioHash) {
    return audio.getOrDefault(audioHash, List.of());
  }

  /** Whether a file is one of those, or lies in one of the folders; also if none was named. */
  public boolean hold(Path file) {
    return paths.isEmpty() || paths.stream().anyMatch(file::startsWith);
  }

  /** Links resolved, as far down as there is anything. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path there = absolute;
    while (there != null) {
      try {
        return there.toRealPath().resolve(there.relativize(absolute)).normalize();
      } catch (IOException e) {
        there = there.getParent();
      }
    }
    return absolute;
  }
}
