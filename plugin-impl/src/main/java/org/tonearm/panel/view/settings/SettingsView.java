package org.tonearm.panel.view.settings;

import java.awt.CardLayout;
import java.awt.Component;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.tonearm.api.Task;
import org.tonearm.backend.BackendChoice;
import org.tonearm.configuration.ConfigurationSheet;
import org.tonearm.configuration.Fault;
import org.tonearm.configuration.Setting;
import org.tonearm.configuration.Settings;
import org.tonearm.panel.Texts;
import org.tonearm.panel.Tracks;
import org.tonearm.panel.settings.ModelSheet;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.settings.SettingsSource;
import org.tonearm.panel.view.PanelView;

/**
 * Every setting, page by page. What is changed stands in the configuration file at once, and what
 * is changed there shows here. On the event thread.
 */
public final class SettingsView {
  private static final List<String> ID3 = List.of("mp3", "aiff", "wav");

  private final PanelView panel;
  private final Texts texts;
  private final SettingsSource source;
  private final SettingsDesk desk;
  private final JPanel component =
      new JPanel(new MigLayout("fill, insets 8", "[pref!]10[grow, fill]", "[]6[grow, fill]"));
  private final CardLayout cards = new CardLayout();
  private final JPanel pages = new JPanel(cards);
  private final JList<SettingsSection> sections = new JList<>(SettingsSection.values());
  private final Prose head = new Prose("");
  private final Prose device = new Prose("");
  private final List<Consumer<ConfigurationSheet>> shown = new ArrayList<>();
  private final List<Consumer<List<ModelSheet>>> modelled = new ArrayList<>();
  private final List<Runnable> tracked = new ArrayList<>();
  private final Map<SettingsSection, Runnable> opened = new EnumMap<>(SettingsSection.class);

  private SettingsView(PanelView panel, SettingsSource source, SettingsDesk desk) {
    this.panel = panel;
    this.texts = panel.texts();
    this.source = source;
    this.desk = desk;
  }

  /**
   * Adds the settings to a panel as its last view; they are closed with it.
   *
   * @param desk made with this panel's notices; opened here
   * @param look how the window looks; empty within another program's window, which says that itself
   */
  public static SettingsView addTo(
      PanelView panel, SettingsSource source, SettingsDesk desk, Optional<LookChoices> look) {
    SettingsView view = new SettingsView(panel, source, desk);
    view.build(look);
    panel.addView("tab.settings", view.component);
    panel.onClose(desk::close);
    desk.listen(view::show);
    desk.open();
    desk.ask(source::models, view::offer);
    return view;
  }

  /** Where the file is looked at and changed; for tests and pictures. */
  public SettingsDesk desk() {
    return desk;
  }

  /** How many pages there are. */
  public int pages() {
    return sections.getModel().getSize();
  }

  /** Shows a page, from 0. */
  public void open(int page) {
    sections.setSelectedIndex(page);
  }

  /** The word for a page, from 0, as files are named after it. */
  public String word(int page) {
    return SettingsSection.values()[page].name().toLowerCase(Locale.ROOT);
  }

  private void build(Optional<LookChoices> look) {
    component.setName("settings");
    head.setName("settings.head");
    head.setText(texts.get("settings.head", desk.file().toString()));
    component.add(head, "span 2, growx, wmin 0, wrap");
    sections.setName("settings.sections");
    sections.getAccessibleContext().setAccessibleName(texts.get("settings.sections"));
    sections.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    sections.setCellRenderer(names());
    sections.addListSelectionListener(event -> open(sections.getSelectedValue()));
    component.add(new JScrollPane(sections), "growy");
    component.add(pages, "grow, wmin 0");
    add(SettingsSection.WRITTEN, this::rowsOf, "tagging.");
    sure();
    models();
    words();
    formats();
    listening();
    watch();
    add(SettingsSection.REMEMBERED, this::rowsOf, "index.", "journal.");
    Page hosts = page(SettingsSection.HOSTS);
    HostsPane found = new HostsPane(texts, desk, source);
    found.addTo(hosts);
    opened.put(SettingsSection.HOSTS, found::look);
    look(look);
    panel.session().tracks().listen(new Changes());
    sections.setSelectedIndex(0);
  }

  private void sure() {
    Page page = page(SettingsSection.SURE);
    for (Task task : Task.values()) {
      ThresholdPane pane =
          new ThresholdPane(
              setting("thresholds.min-" + task.word()),
              task,
              texts,
              desk,
              () -> panel.session().tracks().all());
      pane.addTo(page);
      shown.add(pane::show);
      modelled.add(pane::offer);
      tracked.add(pane::tracksChanged);
      row(page, setting("thresholds.replace-" + task.word()));
      EntriesEditor single = entries(page, "thresholds." + task.word());
      modelled.add(
          models ->
              single.offer(
                  models.stream()
                      .filter(model -> model.info().task() == task)
                      .flatMap(model -> model.info().labels().stream())
                      .distinct()
                      .toList()));
    }
  }

  private void models() {
    Page page = page(SettingsSection.MODELS);
    for (Task task : Task.values()) {
      Setting setting = setting("models." + task.word());
      SettingRow[] row = new SettingRow[1];
      ModelsPane.Editor editor = new ModelsPane.Editor(texts, task, value -> row[0].set(value));
      row[0] = new SettingRow(setting, setting.key(), texts, desk, Optional.of(editor));
      row[0].addTo(page);
      shown.add(row[0]::show);
      modelled.add(editor::offer);
    }
    ModelsPane pane = new ModelsPane(texts);
    pane.addTo(page);
    shown.add(pane::show);
    modelled.add(pane::offer);
  }

  private void words() {
    Page page = page(SettingsSection.WORDS);
    GenresPane genres = new GenresPane(texts, desk, source);
    genres.addTo(page);
    shown.add(genres::show);
    rowsOf(page, "taxonomy.");
    entries(page, "taxonomy.aliases");
    EntriesEditor moods = entries(page, "moods");
    modelled.add(
        models ->
            moods.offer(
                models.stream()
                    .filter(model -> model.info().task() == Task.MOOD)
                    .flatMap(model -> model.info().labels().stream())
                    .distinct()
                    .toList()));
  }

  private void formats() {
    Page page = page(SettingsSection.FORMATS);
    String before = "";
    for (Setting setting : settings("format.")) {
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
      row(page, setting, "format." + setting.path().get(2));
    }
  }

  private void listening() {
    Page page = page(SettingsSection.LISTENING);
    for (Setting setting : settings("listening.")) {
      row(page, setting);
      if (setting.key().equals("listening.backend")) {
        device.setName("settings.device");
        page.add(new JLabel(texts.get("settings.device")), "top");
        page.add(device, "span 2, growx, wmin 0, gapbottom 8");
        shown.add(this::askDevice);
      }
    }
    rowsOf(page, "decoder.");
  }

  private void watch() {
    Page page = page(SettingsSection.WATCH);
    source
        .watch()
        .ifPresent(
            watch -> {
              WatchPane pane =
                  new WatchPane(texts, desk, watch, () -> panel.session().places(), panel::tell);
              pane.addTo(page);
              opened.put(SettingsSection.WATCH, pane::look);
            });
    rowsOf(page, "watch.");
  }

  private void look(Optional<LookChoices> look) {
    Page page = page(SettingsSection.LOOK);
    if (look.isPresent()) {
      new LookPane(texts, look.get()).addTo(page);
    } else {
      page.add(new Prose(texts.get("settings.embedded")), "span 3, growx, wmin 0");
    }
  }

  @FunctionalInterface
  private interface Filling {
    void fill(Page page, String prefix);
  }

  private void add(SettingsSection section, Filling filling, String... prefixes) {
    Page page = page(section);
    for (String prefix : prefixes) {
      filling.fill(page, prefix);
    }
  }

  private void rowsOf(Page page, String prefix) {
    settings(prefix).forEach(setting -> row(page, setting));
  }

  private void row(Page page, Setting setting) {
    row(page, setting, setting.key());
  }

  private void row(Page page, Setting setting, String key) {
    SettingRow row = new SettingRow(setting, key, texts, desk);
    row.addTo(page);
    shown.add(row::show);
  }

  private EntriesEditor entries(Page page, String table) {
    Setting setting =
        Settings.tables().stream().filter(t -> t.key().equals(table)).findFirst().orElseThrow();
    EntriesEditor editor = new EntriesEditor(setting, texts, desk);
    editor.addTo(page);
    shown.add(editor::show);
    return editor;
  }

  private static Setting setting(String key) {
    return settings(key).get(0);
  }

  private static List<Setting> settings(String prefix) {
    return Settings.fixed().stream().filter(s -> s.key().startsWith(prefix)).toList();
  }

  private Page page(SettingsSection section) {
    Page page = new Page(section.key());
    JLabel title = new JLabel(texts.get(section.key()));
    title.putClientProperty("FlatLaf.styleClass", "h3");
    page.add(title, "span 3, left, gapbottom 6");
    JScrollPane scroll = new JScrollPane(page);
    scroll.setBorder(null);
    pages.add(scroll, section.name());
    return page;
  }

  private void open(SettingsSection section) {
    if (section != null) {
      cards.show(pages, section.name());
      opened.getOrDefault(section, () -> {}).run();
    }
  }

  private void show(ConfigurationSheet sheet) {
    shown.forEach(part -> part.accept(sheet));
    List<Fault> homeless = sheet.homeless();
    String where = texts.get("settings.head", sheet.path().toString());
    head.setText(
        homeless.isEmpty()
            ? where
            : where
                + "\n"
                + texts.get(
                    "settings.homeless",
                    homeless.stream().map(Fault::text).collect(Collectors.joining("\n"))));
    component.revalidate();
    component.repaint();
  }

  private void offer(List<ModelSheet> models) {
    modelled.forEach(part -> part.accept(models));
  }

  private void askDevice(ConfigurationSheet sheet) {
    BackendChoice choice = sheet.configuration().listening().backend();
    desk.ask(() -> source.device(choice), device::setText);
  }

  private DefaultListCellRenderer names() {
    return new DefaultListCellRenderer() {
      private static final long serialVersionUID = 1L;

      @Override
      public Component getListCellRendererComponent(
          JList<?> list, Object value, int index, boolean selected, boolean focused) {
        String name = "  " + texts.get(((SettingsSection) value).key()) + "  ";
        return super.getListCellRendererComponent(list, name, index, selected, focused);
      }
    };
  }

  /** Previews follow the tracks. */
  private final class Changes implements Tracks.Listener {
    @Override
    public void added(int first, int last) {
      tracked.forEach(Runnable::run);
    }

    @Override
    public void changed(int index) {
      tracked.forEach(Runnable::run);
    }
  }
}
