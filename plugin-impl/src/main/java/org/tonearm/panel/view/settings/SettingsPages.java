package org.tonearm.panel.view.settings;

import java.util.List;
import java.util.Optional;
import javax.swing.JLabel;
import org.tonearm.api.Task;
import org.tonearm.backend.BackendChoice;
import org.tonearm.configuration.ConfigurationSheet;
import org.tonearm.configuration.Setting;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.ModelSheet;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.settings.SettingsSource;
import org.tonearm.panel.view.PanelView;

/** Fills the pages of the settings. On the event thread. */
final class SettingsPages {
  private static final List<String> ID3 = List.of("mp3", "aiff", "wav");

  private final PanelView panel;
  private final Texts texts;
  private final SettingsSource source;
  private final SettingsDesk desk;
  private final SettingsParts parts;
  private final SettingRows rows;
  private final Optional<LookChoices> look;
  private final Prose device = new Prose("");

  /**
   * @param parts those of the pages are added there
   * @param look how the window looks; empty within another program's window
   */
  SettingsPages(
      PanelView panel,
      SettingsSource source,
      SettingsDesk desk,
      SettingsParts parts,
      Optional<LookChoices> look) {
    this.panel = panel;
    this.texts = panel.texts();
    this.source = source;
    this.desk = desk;
    this.parts = parts;
    this.rows = new SettingRows(texts, desk, parts);
    this.look = look;
  }

  /** Puts on a page what belongs there. */
  void fill(SettingsSection section, Page page) {
    switch (section) {
      case WRITTEN -> rows.add(page, "tagging.");
      case SURE -> sure(page);
      case MODELS -> models(page);
      case WORDS -> words(page);
      case FORMATS -> formats(page);
      case LISTENING -> listening(page);
      case WATCH -> watch(page);
      case REMEMBERED -> {
        rows.add(page, "index.");
        rows.add(page, "journal.");
      }
      case HOSTS -> hosts(page);
      case LOOK -> look(page);
    }
  }

  private void sure(Page page) {
    for (Task task : Task.values()) {
      ThresholdPane pane =
          new ThresholdPane(
              SettingRows.setting("thresholds.min-" + task.word()),
              task,
              texts,
              desk,
              () -> panel.session().tracks().all());
      pane.addTo(page);
      parts.follow(pane::show);
      parts.followModels(pane::offer);
      parts.followTracks(pane::tracksChanged);
      rows.add(page, "thresholds.replace-" + task.word());
      EntriesEditor single = rows.entries(page, "thresholds." + task.word());
      parts.followModels(models -> single.offer(labels(models, task)));
    }
  }

  private void models(Page page) {
    for (Task task : Task.values()) {
      Setting setting = SettingRows.setting("models." + task.word());
      SettingRow[] row = new SettingRow[1];
      ModelsPane.Editor editor = new ModelsPane.Editor(texts, task, value -> row[0].set(value));
      row[0] = new SettingRow(setting, setting.key(), texts, desk, Optional.of(editor));
      row[0].addTo(page);
      parts.follow(row[0]::show);
      parts.followModels(editor::offer);
    }
    ModelsPane pane = new ModelsPane(texts);
    pane.addTo(page);
    parts.follow(pane::show);
    parts.followModels(pane::offer);
  }

  private void words(Page page) {
    GenresPane genres = new GenresPane(texts, desk, source);
    genres.addTo(page);
    parts.follow(genres::show);
    rows.add(page, "taxonomy.");
    rows.entries(page, "taxonomy.aliases");
    EntriesEditor moods = rows.entries(page, "moods");
    parts.followModels(models -> moods.offer(labels(models, Task.MOOD)));
  }

  private void formats(Page page) {
    String before = "";
    for (Setting setting : SettingRows.settings("format.")) {
      String format = setting.path().get(1);
      if (!format.equals(before)) {
        JLabel title = new JLabel(texts.get("format." + format));
        title.putClientProperty("FlatLaf.styleClass", "h4");
        page.add(title, "span 3, left, gaptop 8");
        if (!ID3.contains(format)) {
          title.setToolTipText(texts.get("format.tip"));
        }
      }
      before = format;
      rows.add(page, setting, "format." + setting.path().get(2));
    }
  }

  private void listening(Page page) {
    for (Setting setting : SettingRows.settings("listening.")) {
      rows.add(page, setting, setting.key());
      if (setting.key().equals("listening.backend")) {
        device.setName("settings.device");
        page.add(new JLabel(texts.get("settings.device")), "top");
        page.add(device, "span 2, growx, wmin 0, gapbottom 8");
        parts.follow(this::askDevice);
      }
    }
    rows.add(page, "decoder.");
  }

  private void watch(Page page) {
    source
        .watch()
        .ifPresent(
            watch -> {
              WatchPane pane =
                  new WatchPane(texts, desk, watch, () -> panel.session().places(), panel::tell);
              pane.addTo(page);
              parts.onOpen(SettingsSection.WATCH, pane::look);
            });
    rows.add(page, "watch.");
  }

  private void hosts(Page page) {
    HostsPane found = new HostsPane(texts, desk, source);
    found.addTo(page);
    parts.onOpen(SettingsSection.HOSTS, found::look);
  }

  private void look(Page page) {
    if (look.isPresent()) {
      new LookPane(texts, look.get()).addTo(page);
    } else {
      page.add(new Prose(texts.get("settings.embedded")), "span 3, growx, wmin 0");
    }
  }

  private void askDevice(ConfigurationSheet sheet) {
    BackendChoice choice = sheet.configuration().listening().backend();
    desk.ask(() -> source.device(choice), told -> device.setText(texts.engine().part(told)));
  }

  private static List<String> labels(List<ModelSheet> models, Task task) {
    return models.stream()
        .filter(model -> model.info().task() == task)
        .flatMap(model -> model.info().labels().stream())
        .distinct()
        .toList();
  }
}
