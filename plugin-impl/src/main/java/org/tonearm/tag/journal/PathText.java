package org.tonearm.tag.journal;

import java.net.URI;
import java.nio.file.Path;

/**
 * Paths as text. A name need be no valid text in the locale, so its bytes are kept percent-encoded,
 * as a {@code file:} address; what is shown is another form.
 */
final class PathText {
  private PathText() {}

  /** The form that {@link #path} understands; ASCII on systems whose names are bytes. */
  static String address(Path path) {
    return path.toAbsolutePath().toUri().toString();
  }

  /** The address without the slash that it ends with where a folder lies there now. */
  static String stem(Path path) {
    String address = address(path);
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  /** The very path whose address this is. */
  static Path path(String address) {
    return Path.of(URI.create(address));
  }

  /** For the eye: on one line, control characters as {@code \n} or {@code \x1b}. */
  static String display(Path path) {
    StringBuilder shown = new StringBuilder();
    path.toString()
        .codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                shown.append("\\n");
              } else if (Character.isISOControl(c)) {
                shown.append(String.format("\\x%02x", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }
}
