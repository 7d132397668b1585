package org.tonearm.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.TonearmException;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.backend.BackendChoice;
import org.tonearm.backend.BackendSelection;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.ConfigurationStore;
import org.tonearm.panel.settings.ModelSheet;
import org.tonearm.panel.settings.SettingsSource;
import org.tonearm.panel.settings.WatchSwitch;
import org.tonearm.run.InstalledModels;

/** What the panel's settings are about, as the verbs know it. */
final class PanelSettings implements SettingsSource {
  private final Workplace workplace;
  private final ConfigurationOption configuration;

  PanelSettings(Workplace workplace, ConfigurationOption configuration) {
    this.workplace = workplace;
    this.configuration = configuration;
  }

  @Override
  public ConfigurationStore store() {
    return new ConfigurationStore(
        configuration.place(workplace), workplace.host().id(), workplace.host().profile());
  }

  @Override
  public List<ModelSheet> models() throws TonearmException {
    List<ModelSheet> sheets = new ArrayList<>();
    try (Composition composition =
        workplace.composition(workplace.readable(configuration.place(workplace)))) {
      InstalledModels models = composition.models();
      for (ModelInfo info : models.list()) {
        sheets.add(new ModelSheet(info, models.card(info.id()).orElse("")));
      }
    }
    return sheets;
  }

  @Override
  public List<HostAdapter> hosts() {
    return workplace.hosts();
  }

  @Override
  public String device(BackendChoice choice) {
    return BackendSelection.ofThisComputer().decide(choice).told();
  }

  @Override
  public Optional<WatchSwitch> watch() {
    return Optional.of(new PanelWatch(workplace, configuration));
  }
}
