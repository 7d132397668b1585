package org.tonearm.beets;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tonearm.api.Track;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.TrackRequest;

/** The files of a library that a request asks for, each once. One listing; confined to a thread. */
final class LibraryTracks {
  private final TrackRequest request;
  private final String origin;
  private final List<PathMatcher> include;
  private final List<PathMatcher> exclude;
  private final Set<Path> given = new HashSet<>();

  /**
   * @param origin how the user would name the library
   * @throws java.util.regex.PatternSyntaxException if a pattern is no glob
   */
  LibraryTracks(TrackRequest request, String origin) {
    this.request = request;
    this.origin = origin;
    this.include = matchers(request.include());
    this.exclude = matchers(request.exclude());
  }

  Stream<Track> of(List<Path> files) {
    boolean all = request.paths().isEmpty();
    List<Path> roots =
        request.paths().stream().filter(this::there).map(LibraryTracks::real).toList();
    return files.stream()
        .filter(file -> all || roots.stream().anyMatch(root -> real(file).startsWith(root)))
        .filter(this::wanted)
        .filter(file -> !all || there(file))
        .filter(Files::isRegularFile)
        .filter(file -> given.add(real(file)))
        .map(file -> new Track(file, origin));
  }

  private boolean there(Path path) {
    if (Files.exists(path)) {
      return true;
    }
    request
        .problems()
        .accept(
            new TrackRequest.Problem(
                path,
                new HostException(
                    "missing",
                    path + ": no such file or folder.",
                    "Check the spelling and that the drive is connected; 'beet update' forgets"
                        + " tracks whose files are gone.")));
    return false;
  }

  private boolean wanted(Path file) {
    Path name = file.getFileName();
    return name != null && !any(exclude, name) && (include.isEmpty() || any(include, name));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static List<PathMatcher> matchers(List<String> globs) {
    return globs.stream()
        .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
        .toList();
  }

  private static boolean any(List<PathMatcher> matchers, Path name) {
    return matchers.stream().anyMatch(matcher -> matcher.matches(name));
  }
}
