package org.tonearm.library.index;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Paths as the index keeps them: the absolute path as text where the text gives back the very
 * bytes, else its {@code file:} address, which always does.
 */
final class PathKey {
  private static final String SCHEME = "file:";
  private static final boolean NAMES_ARE_UTF8 = namesAreUtf8();

  private PathKey() {}

  static String of(Path path) {
    Path absolute = absolute(path);
    String text = absolute.toString();
    return exact(text) ? text : absolute.toUri().toString();
  }

  static Path path(String key) {
    return key.startsWith(SCHEME) ? Path.of(URI.create(key)) : Path.of(key);
  }

  private static Path absolute(Path path) {
    Path absolute = path.toAbsolutePath();
    String text = absolute.toString();
    // ".." is kept: behind a symbolic link it leads elsewhere than the text says.
    return (text.contains("/./") || text.endsWith("/.")) && !text.contains("..")
        ? absolute.normalize()
        : absolute;
  }

  private static boolean exact(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return NAMES_ARE_UTF8 && whole(text);
      }
    }
    return true;
  }

  /** No replacement character, and no half of a pair alone. */
  private static boolean whole(String text) {
    return text.codePoints().noneMatch(c -> c == 0xFFFD || (c >= 0xD800 && c <= 0xDFFF));
  }

  private static boolean namesAreUtf8() {
    String encoding = System.getProperty("sun.jnu.encoding", "").toUpperCase(Locale.ROOT);
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    return windows || encoding.equals("UTF-8") || encoding.equals("UTF8");
  }
}
