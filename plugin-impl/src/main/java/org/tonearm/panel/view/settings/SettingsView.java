package org.tonearm.panel.view.settings;

import java.awt.CardLayout;
import java.awt.Component;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.tonearm.configuration.ConfigurationSheet;
import org.tonearm.configuration.Fault;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.settings.SettingsSource;
import org.tonearm.panel.view.PanelView;

/**
 * Every setting, page by page. What is changed stands in the configuration file at once, and what
 * is changed there shows here. On the event thread.
 */
public final class SettingsView {
  private final PanelView panel;
  private final Texts texts;
  private final SettingsDesk desk;
  private final JPanel component =
      new JPanel(new MigLayout("fill, insets 8", "[pref!]10[grow, fill]", "[]6[grow, fill]"));
  private final CardLayout cards = new CardLayout();
  private final JPanel pages = new JPanel(cards);
  private final JList<SettingsSection> sections = new JList<>(SettingsSection.values());
  private final Prose head = new Prose("");
  private final SettingsParts parts = new SettingsParts();

  private SettingsView(PanelView panel, SettingsDesk desk) {
    this.panel = panel;
    this.texts = panel.texts();
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
    SettingsView view = new SettingsView(panel, desk);
    view.build(new SettingsPages(panel, source, desk, view.parts, look));
    panel.addView("tab.settings", view.component);
    panel.onClose(desk::close);
    desk.listen(view::show);
    desk.open();
    desk.ask(source::models, view.parts::offer);
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

  private void build(SettingsPages filling) {
    component.setName("settings");
    head.setName("settings.head");
    head.setText(texts.get("settings.head", desk.file().toString()));
    component.add(head, "span 2, growx, wmin 0, wrap");
    sections.setName("settings.sections");
    sections.getAccessibleContext().setAccessibleName(texts.get("settings.sections"));
    sections.setToolTipText(texts.get("settings.sections.tip"));
    sections.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    sections.setCellRenderer(names());
    sections.addListSelectionListener(event -> open(sections.getSelectedValue()));
    component.add(new JScrollPane(sections), "growy");
    component.add(pages, "grow, wmin 0");
    for (SettingsSection section : SettingsSection.values()) {
      filling.fill(section, page(section));
    }
    panel.session().tracks().listen(parts);
    sections.setSelectedIndex(0);
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
      parts.open(section);
    }
  }

  private void show(ConfigurationSheet sheet) {
    parts.show(sheet);
    List<Fault> homeless = sheet.homeless();
    String where = texts.get("settings.head", sheet.path().toString());
    head.setText(
        homeless.isEmpty()
            ? where
            : where
                + "\n"
                + texts.get(
                    "settings.homeless",
                    homeless.stream()
                        .map(texts.engine()::fault)
                        .collect(Collectors.joining("\n"))));
    component.revalidate();
    component.repaint();
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
}
