package org.tonearm.library;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/** Glob patterns on the file name. Immutable and thread-safe. */
public final class NameFilter {
  private final List<PathMatcher> include;
  private final List<PathMatcher> exclude;

  /**
   * @param include patterns, one of which must match; empty for the endings of audio files
   * @param exclude patterns, none of which may match
   * @throws java.util.regex.PatternSyntaxException if a pattern is no glob
   */
  public NameFilter(List<String> include, List<String> exclude) {
    this.include = matchers(include);
    this.exclude = matchers(exclude);
  }

  /** A file met in a folder: known by its extension, unless the user gave patterns of their own. */
  public boolean acceptsListed(Path file) {
    if (AudioNames.hidden(file) || any(exclude, file)) {
      return false;
    }
    return include.isEmpty() ? AudioNames.known(file) : any(include, file);
  }

  /** A file that the user named: tried whatever its extension. */
  boolean acceptsNamed(Path file) {
    return !any(exclude, file) && (include.isEmpty() || any(include, file));
  }

  private static List<PathMatcher> matchers(List<String> globs) {
    return globs.stream()
        .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
        .toList();
  }

  private static boolean any(List<PathMatcher> matchers, Path file) {
    Path name = file.getFileName();
    return name != null && matchers.stream().anyMatch(matcher -> matcher.matches(name));
  }
}
