package org.tonearm.quodlibet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tonearm.api.Track;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostHazard;
import org.tonearm.api.host.HostLibrary;
import org.tonearm.api.host.HostLibrary.Support;
import org.tonearm.api.host.HostPlugin;
import org.tonearm.api.host.MoodPlace;
import org.tonearm.api.host.ResultWay;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.library.LibraryScan;
import org.tonearm.pyplugin.PathListing;
import org.tonearm.pyplugin.PythonPlugin;

/**
 * Quod Libet, through the music folders that its configuration names. Its list of songs is a
 * pickle, which could run code as it is read, and is never opened. Immutable and thread-safe.
 */
public final class QuodLibetHost implements HostAdapter {
  private static final PythonPlugin PLUGIN =
      new PythonPlugin(
          QuodLibetHost.class,
          List.of("__init__.py"),
          List.of(PythonPlugin.WORKER, PythonPlugin.BACKGROUND));

  private final HostEnvironment machine;
  private final Optional<Path> named;
  private final LibraryScan scan = new LibraryScan();

  /** On the configuration at the usual place. */
  public QuodLibetHost() {
    this(HostEnvironment.ofProcess(), Optional.empty());
  }

  QuodLibetHost(HostEnvironment machine, Optional<Path> named) {
    this.machine = machine;
    this.named = named;
  }

  @Override
  public String id() {
    return "quodlibet";
  }

  @Override
  public String displayName() {
    return "Quod Libet";
  }

  @Override
  public HostAdapter at(Path place) {
    return new QuodLibetHost(machine, Optional.of(place));
  }

  @Override
  public HostLibrary library() {
    try {
      List<Path> folders = folders();
      return new HostLibrary(
          Support.SUPPORTED,
          Optional.of(place()),
          "",
          "It names " + folders.size() + (folders.size() == 1 ? " folder." : " folders."));
    } catch (HostException e) {
      boolean missing = e.code().equals("library-missing");
      return new HostLibrary(
          missing ? Support.NOT_FOUND : Support.UNSUPPORTED,
          Optional.of(place()).filter(found -> !missing || named.isPresent()),
          "",
          e.getMessage());
    }
  }

  @Override
  public Stream<Track> tracks(TrackRequest request) {
    if (!request.paths().isEmpty()) {
      return scan.tracks(request);
    }
    try {
      return scan.tracks(
          new TrackRequest(folders(), request.include(), request.exclude(), request.problems()));
    } catch (HostException e) {
      request.problems().accept(new TrackRequest.Problem(place(), e));
      return Stream.empty();
    }
  }

  @Override
  public Optional<PathListing> listing() throws HostException {
    TrackRequest all = new TrackRequest(folders(), List.of(), List.of(), problem -> {});
    try (Stream<Track> tracks = scan.tracks(all)) {
      return Optional.of(PathListing.of(tracks.map(Track::path).toList()));
    }
  }

  @Override
  public List<HostHazard> hazards() {
    Set<String> running = machine.programs().get();
    return running.contains("quodlibet") || running.contains("exfalso")
        ? List.of(
            new HostHazard(
                "host-running",
                "Quod Libet is running: it shows old tags, and may write them back, until it reads"
                    + " the files again.",
                "Close it, or let it scan the library before tags are edited in it."))
        : List.of();
  }

  @Override
  public Set<ResultWay> ways() {
    return Set.of(ResultWay.PLUGIN, ResultWay.FILE_TAGS);
  }

  @Override
  public Optional<HostPlugin> plugin() {
    return Optional.of(
        PLUGIN.in(
            QuodLibetSettings.folder(machine).resolve("plugins"),
            "Restart Quod Libet; File, Plugins, switch on Hear Genre and Mood.\n"
                + "Then: select songs, right-click, Plugins, Hear Genre and Mood."));
  }

  @Override
  public MoodPlace moodPlace() {
    return new MoodPlace(MoodPlace.Kind.FIELD, "mood");
  }

  @Override
  public TagProfile profile() {
    // A scan of the library looks only at files whose time moved on.
    return TagProfile.DEFAULT.withModificationTime(TagProfile.ModificationTime.MOVED_ON);
  }

  @Override
  public String refreshHint() {
    return "In Quod Libet: File, Scan Library; for a column add 'mood' in Preferences, Song List.";
  }

  private Path place() {
    return named
        .map(place -> Files.isDirectory(place) ? place.resolve(QuodLibetSettings.FILE) : place)
        .orElseGet(() -> QuodLibetSettings.folder(machine).resolve(QuodLibetSettings.FILE));
  }

  private List<Path> folders() throws HostException {
    return QuodLibetSettings.folders(place(), machine);
  }
}
