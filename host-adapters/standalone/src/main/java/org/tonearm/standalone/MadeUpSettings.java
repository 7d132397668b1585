package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Track;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostLibrary;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.backend.BackendChoice;
import org.tonearm.configuration.ConfigurationStore;
import org.tonearm.model.pretrained.PretrainedModels;
import org.tonearm.panel.settings.ModelSheet;
import org.tonearm.panel.settings.SettingsSource;
import org.tonearm.panel.settings.WatchSwitch;
import org.tonearm.watch.WatchStatus;

/**
 * Stands in for a machine while pictures of the settings are painted: programs as they might be
 * found, and a watch that is off. The models are those that ship.
 */
class MadeUpSettings implements SettingsSource {
  private final Path file;

  /**
   * @param file the configuration to show
   */
  MadeUpSettings(Path file) {
    this.file = file;
  }

  @Override
  public ConfigurationStore store() {
    return new ConfigurationStore(file, "files", TagProfile.DEFAULT);
  }

  @Override
  public List<ModelSheet> models() throws ConfigurationException {
    PretrainedModels shipped = new PretrainedModels();
    List<ModelSheet> sheets = new ArrayList<>();
    for (ModelInfo info : shipped.installed()) {
      sheets.add(new ModelSheet(info, shipped.card(info.id()).orElse("")));
    }
    return sheets;
  }

  @Override
  public List<HostAdapter> hosts() {
    HostLibrary.Support good = HostLibrary.Support.SUPPORTED;
    HostLibrary.Support none = HostLibrary.Support.NOT_FOUND;
    return List.of(
        new Host(
            "Mixxx",
            new HostLibrary(
                good,
                Optional.of(Path.of("/home/dj/.mixxx/mixxxdb.sqlite")),
                "39",
                "It was read in full: 8212 tracks.")),
        new Host(
            "rekordbox",
            new HostLibrary(
                none,
                Optional.empty(),
                "",
                "No library was found at the usual places. In rekordbox: File, Export Collection in"
                    + " xml format.")),
        new Host(
            "Serato DJ",
            new HostLibrary(
                HostLibrary.Support.UNSUPPORTED,
                Optional.of(Path.of("/home/dj/Music/_Serato_")),
                "",
                "/home/dj/Music/_Serato_: holds neither 'database V2' nor 'Subcrates'.")));
  }

  @Override
  public String device(BackendChoice choice) {
    return "A graphics card is not used: there is no NVIDIA driver here.";
  }

  @Override
  public Optional<WatchSwitch> watch() {
    return Optional.of(
        new WatchSwitch() {
          @Override
          public Optional<WatchStatus> running() {
            return Optional.empty();
          }

          @Override
          public void start(List<Path> folders) {}

          @Override
          public void stop() {}
        });
  }

  /** A program that is told of, and can't be worked with. */
  private record Host(String displayName, HostLibrary library) implements HostAdapter {
    @Override
    public String id() {
      return displayName;
    }

    @Override
    public Stream<Track> tracks(TrackRequest request) {
      return Stream.empty();
    }

    @Override
    public TagProfile profile() {
      return TagProfile.DEFAULT;
    }

    @Override
    public String refreshHint() {
      return "";
    }
  }
}
