package org.tonearm.beets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.tonearm.listing.ListedTracks;
import org.tonearm.pyplugin.PathListing;
import org.tonearm.pyplugin.PythonPlugin;

/**
 * beets. Its database is only read; results reach it through its plugin, or through the files' tags
 * and {@code beet update}. Immutable and thread-safe.
 */
public final class BeetsHost implements HostAdapter {
  private static final PythonPlugin PLUGIN =
      new PythonPlugin(
          BeetsHost.class, List.of("__init__.py", "moodfield.py"), List.of(PythonPlugin.WORKER));

  private final HostEnvironment machine;
  private final Optional<Path> named;

  /** On the library that beets' configuration names. */
  public BeetsHost() {
    this(HostEnvironment.ofProcess(), Optional.empty());
  }

  BeetsHost(HostEnvironment machine, Optional<Path> named) {
    this.machine = machine;
    this.named = named;
  }

  @Override
  public String id() {
    return "beets";
  }

  @Override
  public String displayName() {
    return "beets";
  }

  @Override
  public HostAdapter at(Path place) {
    return new BeetsHost(machine, Optional.of(place));
  }

  @Override
  public HostLibrary library() {
    Path place = place();
    try {
      int tracks = read().size();
      return new HostLibrary(
          Support.SUPPORTED,
          Optional.of(place),
          "",
          "It was read in full: " + tracks + (tracks == 1 ? " track." : " tracks."));
    } catch (HostException e) {
      boolean missing = e.code().equals("library-missing");
      return new HostLibrary(
          missing ? Support.NOT_FOUND : Support.UNSUPPORTED,
          Optional.of(place).filter(found -> !missing || named.isPresent()),
          "",
          e.getMessage());
    }
  }

  @Override
  public Stream<Track> tracks(TrackRequest request) {
    try {
      return new ListedTracks(request, place().toString()).of(PathListing.of(read()).entries());
    } catch (HostException e) {
      request.problems().accept(new TrackRequest.Problem(place(), e));
      return Stream.empty();
    }
  }

  @Override
  public Optional<PathListing> listing() throws HostException {
    return Optional.of(PathListing.of(read()));
  }

  @Override
  public List<HostHazard> hazards() {
    List<HostHazard> hazards = new ArrayList<>();
    Set<String> running = machine.programs().get();
    // The second is what "python -m beets" is known by.
    if (running.contains("beet") || running.contains("beets")) {
      hazards.add(
          new HostHazard(
              "host-running",
              "beets is running: it may move or write files meanwhile.",
              "Let it come to its end first."));
    }
    try {
      long missing = read().stream().filter(file -> !Files.exists(file)).count();
      if (missing > 0) {
        hazards.add(
            new HostHazard(
                "tracks-missing",
                "Files that the library names and that are not on this machine: " + missing + ".",
                "Connect the drives that hold them, or run 'beet update'."));
      }
    } catch (HostException e) {
      hazards.add(new HostHazard(e.code(), e.getMessage(), e.remedy()));
    }
    return List.copyOf(hazards);
  }

  @Override
  public Set<ResultWay> ways() {
    return Set.of(ResultWay.PLUGIN, ResultWay.FILE_TAGS);
  }

  @Override
  public Optional<HostPlugin> plugin() {
    Path plugins = BeetsSettings.folder(machine).resolve("tonearm-plugins");
    return Optional.of(
        PLUGIN.in(
            plugins,
            "Add to "
                + BeetsSettings.folder(machine).resolve(BeetsSettings.FILE)
                + ": 'pluginpath: "
                + plugins
                + "' and the word tonearm to 'plugins:'.\nThen: beet tonearm --pretend QUERY"));
  }

  @Override
  public MoodPlace moodPlace() {
    return new MoodPlace(MoodPlace.Kind.FIELD, "mood");
  }

  @Override
  public TagProfile profile() {
    // 'beet update' looks only at files whose time moved on.
    return TagProfile.DEFAULT.withModificationTime(TagProfile.ModificationTime.MOVED_ON);
  }

  @Override
  public String refreshHint() {
    return "Run 'beet update', with the plugin switched on so that beets knows a mood: 'tonearm host"
        + " beets install'.";
  }

  private Path place() {
    return named
        .map(place -> Files.isDirectory(place) ? place.resolve(BeetsSettings.LIBRARY) : place)
        .orElseGet(() -> BeetsSettings.of(machine).library());
  }

  private List<Path> read() throws HostException {
    return BeetsDatabase.files(place(), BeetsSettings.of(machine).music());
  }
}
