package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.Locale;

/** Text from files, made safe for a screen. */
final class Shown {
  private Shown() {}

  /**
   * Control characters escaped as in Java, and so the marks that turn the direction of writing: a
   * file name must not be able to forge a line or colour the screen.
   */
  static String text(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                default -> {
                  if (dangerous(c)) {
                    shown.append(String.format(Locale.ROOT, "\\u%04x", c));
                  } else {
                    shown.appendCodePoint(c);
                  }
                }
              }
            });
    return shown.toString();
  }

  /** A path likewise. */
  static String path(Path path) {
    return text(path.toString());
  }

  private static boolean dangerous(int c) {
    return Character.getType(c) == Character.CONTROL
        || c == '\u2028'
        || c == '\u2029'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
