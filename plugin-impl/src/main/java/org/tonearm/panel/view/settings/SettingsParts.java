package org.tonearm.panel.view.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tonearm.configuration.ConfigurationSheet;
import org.tonearm.panel.Tracks;
import org.tonearm.panel.settings.ModelSheet;

/** The parts of the settings that follow something, each told when that changes. */
final class SettingsParts implements Tracks.Listener {
  private final List<Consumer<ConfigurationSheet>> shown = new ArrayList<>();
  private final List<Consumer<List<ModelSheet>>> modelled = new ArrayList<>();
  private final List<Runnable> tracked = new ArrayList<>();
  private final Map<SettingsSection, Runnable> opened = new EnumMap<>(SettingsSection.class);

  /** Follows the configuration file. */
  void follow(Consumer<ConfigurationSheet> part) {
    shown.add(part);
  }

  /** Follows the installed models. */
  void followModels(Consumer<List<ModelSheet>> part) {
    modelled.add(part);
  }

  /** Follows the tracks of the library. */
  void followTracks(Runnable part) {
    tracked.add(part);
  }

  /** Is told whenever its page is opened. */
  void onOpen(SettingsSection section, Runnable part) {
    opened.put(section, part);
  }

  void show(ConfigurationSheet sheet) {
    shown.forEach(part -> part.accept(sheet));
  }

  void offer(List<ModelSheet> models) {
    modelled.forEach(part -> part.accept(models));
  }

  void open(SettingsSection section) {
    opened.getOrDefault(section, () -> {}).run();
  }

  @Override
  public void added(int first, int last) {
    tracked.forEach(Runnable::run);
  }

  @Override
  public void changed(int index) {
    tracked.forEach(Runnable::run);
  }

  @Override
  public void changed(int[] indexes) {
    tracked.forEach(Runnable::run);
  }
}
