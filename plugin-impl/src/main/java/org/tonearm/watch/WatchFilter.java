package org.tonearm.watch;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import org.tonearm.library.NameFilter;

/**
 * Which files are taken: audio by its name, not hidden, none that a program is still fetching under
 * a passing name, none that the user wants left alone. Immutable and thread-safe.
 */
public final class WatchFilter {
  /** Endings, in lower case, under which browsers and other programs fetch. */
  private static final List<String> PASSING =
      List.of(".part", ".partial", ".crdownload", ".download", ".tmp", ".temp", ".!qb", ".!ut");

  private final NameFilter names;
  private final List<PathMatcher> untouched;

  /**
   * @param include patterns of file names; empty for audio files
   * @param exclude patterns of file names
   * @param untouched patterns of names or whole paths of files that are left alone
   * @throws java.util.regex.PatternSyntaxException if a pattern is no glob
   */
  public WatchFilter(List<String> include, List<String> exclude, List<String> untouched) {
    this.names = new NameFilter(include, exclude);
    this.untouched =
        untouched.stream()
            .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
            .toList();
  }

  /** By the name alone. */
  public boolean accepts(Path file) {
    return names.acceptsListed(file)
        && !passing(file.getFileName().toString())
        && untouched.stream()
            .noneMatch(glob -> glob.matches(file) || glob.matches(file.getFileName()));
  }

  /** Whether a program holds the place of this file while it fetches it beside, as Firefox does. */
  static boolean fetchedBeside(Path file) {
    return PASSING.stream()
        .anyMatch(ending -> Files.exists(file.resolveSibling(file.getFileName() + ending)));
  }

  /** Whether a name begins with a dot. */
  static boolean hidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }

  private static boolean passing(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return PASSING.stream().anyMatch(lower::endsWith);
  }
}
