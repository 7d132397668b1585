package org.tonearm.tag.journal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of the changed copies that lie beside their originals while a write goes on: hidden, and
 * known by their beginning. One that a killed process left is removed when the journal is next
 * opened; it never holds anything that the original does not.
 */
public final class TemporaryName {
  /** What every such name begins with. */
  public static final String PREFIX = ".tonearm-";

  private static final int RANDOM_BYTES = 8;
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");

  private TemporaryName() {}

  /** A new name in the file's folder, with the file's extension, since readers go by that. */
  public static Path beside(Path file) {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    Matcher extension = EXTENSION.matcher(file.getFileName().toString());
    return file.resolveSibling(
        PREFIX + HexFormat.of().formatHex(random) + (extension.find() ? extension.group() : ""));
  }

  /** Whether a file has such a name. */
  public static boolean matches(Path file) {
    return file.getFileName() != null && file.getFileName().toString().startsWith(PREFIX);
  }
}
