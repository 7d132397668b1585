package org.tonearm.picard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tonearm.api.Track;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostHazard;
import org.tonearm.api.host.HostPlugin;
import org.tonearm.api.host.MoodPlace;
import org.tonearm.api.host.ResultWay;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.library.LibraryScan;
import org.tonearm.pyplugin.PythonPlugin;

/**
 * MusicBrainz Picard. It has no library: it opens files, and its plugin hears those that are open.
 * Immutable and thread-safe.
 */
public final class PicardHost implements HostAdapter {
  private static final PythonPlugin PLUGIN =
      new PythonPlugin(
          PicardHost.class,
          List.of("__init__.py", "MANIFEST.toml"),
          List.of(PythonPlugin.WORKER, PythonPlugin.BACKGROUND));

  private final HostEnvironment machine;
  private final LibraryScan scan = new LibraryScan();

  /** On this machine. */
  public PicardHost() {
    this(HostEnvironment.ofProcess());
  }

  PicardHost(HostEnvironment machine) {
    this.machine = machine;
  }

  @Override
  public String id() {
    return "picard";
  }

  @Override
  public String displayName() {
    return "MusicBrainz Picard";
  }

  @Override
  public Stream<Track> tracks(TrackRequest request) {
    return scan.tracks(request);
  }

  @Override
  public List<HostHazard> hazards() {
    return machine.programs().get().contains("picard")
        ? List.of(
            new HostHazard(
                "host-running",
                "Picard is running: what it saves takes the place of tags written meanwhile.",
                "Close it, or reload the files in it before they are saved."))
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
            plugins(),
            "Picard 2: Options, Plugins, switch on Tonearm (restart Picard first).\n"
                + "Picard 3: Options, Plugins, Install Plugin, Local, and choose that folder."));
  }

  private Path plugins() {
    String own = machine.variables().getOrDefault("PICARD_PLUGIN_DIR", "");
    if (!own.isEmpty()) {
      return machine.home().resolve(own);
    }
    Path configurations =
        switch (machine.system()) {
          case WINDOWS ->
              Path.of(
                  machine
                      .variables()
                      .getOrDefault(
                          "LOCALAPPDATA", machine.home().resolve("AppData/Local").toString()));
          case MACOS -> machine.home().resolve("Library/Preferences");
          default -> machine.xdgConfigHome();
        };
    return configurations.resolve("MusicBrainz/Picard/plugins");
  }

  @Override
  public MoodPlace moodPlace() {
    return new MoodPlace(MoodPlace.Kind.FIELD, "Mood");
  }

  @Override
  public TagProfile profile() {
    // It looks for this very spelling where ID3v2.3 has no frame for a mood.
    return new TagProfile("; ", "mood", 4, TagProfile.ModificationTime.KEPT);
  }

  @Override
  public String refreshHint() {
    return "In Picard remove the files from the list and add them again: it reads tags when it opens"
        + " a file.";
  }
}
