package org.tonearm.model.dataset.layout;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonearm.api.ConfigurationException;

/**
 * Finds the file that a list means. Archives were unpacked by many programs since: apostrophes
 * became underscores, and letters with accents became anything.
 */
final class SpeltAlike {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private SpeltAlike() {}

  /**
   * The file itself; else the only one of its folder with the same letters and digits; else the
   * only one with the same number at the beginning.
   *
   * @param name path below the folder, with slashes
   */
  static Optional<Path> find(Path folder, String name) throws ConfigurationException {
    Path file;
    try {
      file = folder.resolve(name.replace('\\', '/').replaceFirst("^(\\./|/)+", "")).normalize();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    if (!file.startsWith(folder.normalize())) {
      return Optional.empty();
    }
    if (Files.isRegularFile(file)) {
      return Optional.of(file);
    }
    List<Path> siblings = Listing.audio(file.getParent());
    Optional<Path> sameLetters = only(siblings, file, SpeltAlike::letters);
    return sameLetters.isPresent() ? sameLetters : only(siblings, file, SpeltAlike::number);
  }

  private static Optional<Path> only(List<Path> siblings, Path file, Function<String, String> key) {
    String wanted = key.apply(file.getFileName().toString());
    List<Path> found =
        siblings.stream()
            .filter(s -> !wanted.isEmpty() && wanted.equals(key.apply(s.getFileName().toString())))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static String letters(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "");
  }

  private static String number(String name) {
    Matcher matcher = NUMBER.matcher(name);
    return matcher.lookingAt() ? matcher.group() : "";
  }
}
