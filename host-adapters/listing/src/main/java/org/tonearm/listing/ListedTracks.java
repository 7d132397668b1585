package org.tonearm.listing;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tonearm.api.Track;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.TrackRequest;

/** The files of a library that a request asks for, each once. One listing; confined to a thread. */
public final class ListedTracks {
  /** What a library may hold beside audio. */
  private static final Set<String> NO_AUDIO =
      Set.of(
          "avi",
          "flv",
          "jpeg",
          "jpg",
          "m4p",
          "m4v",
          "mkv",
          "mov",
          "mpeg",
          "mpg",
          "pdf",
          "png",
          "vdjsample",
          "vob",
          "webm",
          "wmv");

  private final TrackRequest request;
  private final String origin;
  private final List<PathMatcher> include;
  private final List<PathMatcher> exclude;
  private final Set<Path> given = new HashSet<>();

  /**
   * For one request; what can't be given is told to it.
   *
   * @param origin how the user would name the library
   * @throws java.util.regex.PatternSyntaxException if a pattern is no glob
   */
  public ListedTracks(TrackRequest request, String origin) {
    this.request = request;
    this.origin = origin;
    this.include = matchers(request.include());
    this.exclude = matchers(request.exclude());
  }

  /**
   * The files among these entries that are asked for, folder after folder, since some of what is
   * told is told of all that lies in one; else in their order. Looked for as it is read.
   */
  public Stream<Track> of(List<HostEntry> entries) {
    List<Path> roots = request.paths().stream().filter(this::there).map(Locations::real).toList();
    boolean all = request.paths().isEmpty();
    return byFolder(entries)
        .flatMap(entry -> file(entry, all).stream())
        .filter(
            file -> all || roots.stream().anyMatch(root -> Locations.real(file).startsWith(root)))
        .filter(this::wanted)
        .filter(this::there)
        .filter(Files::isRegularFile)
        .filter(file -> given.add(Locations.real(file)))
        .map(file -> new Track(file, origin));
  }

  /** The folders in the order in which each is first named. */
  private static Stream<HostEntry> byFolder(List<HostEntry> entries) {
    Map<Optional<Path>, List<HostEntry>> folders = new LinkedHashMap<>();
    for (HostEntry entry : entries) {
      folders
          .computeIfAbsent(entry.file().map(Path::getParent), folder -> new ArrayList<>())
          .add(entry);
    }
    return folders.values().stream().flatMap(List::stream);
  }

  private Optional<Path> file(HostEntry entry, boolean tell) {
    if (entry.file().isEmpty() && tell && !Locations.isStream(entry.location())) {
      request
          .problems()
          .accept(
              new TrackRequest.Problem(
                  Path.of(origin),
                  new HostException(
                      "elsewhere",
                      entry.location() + ": this is no path of this machine.",
                      "Connect the drive that holds it, or work with the collection on the machine"
                          + " that it was made on.")));
    }
    return entry.file();
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
                    "Check the spelling and that the drive is connected, or have the program look"
                        + " for its missing files.")));
    return false;
  }

  private boolean wanted(Path file) {
    Path name = file.getFileName();
    if (name == null || any(exclude, name)) {
      return false;
    }
    String text = name.toString();
    String extension = text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return include.isEmpty() ? !NO_AUDIO.contains(extension) : any(include, name);
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
