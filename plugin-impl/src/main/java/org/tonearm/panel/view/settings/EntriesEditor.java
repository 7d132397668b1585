package org.tonearm.panel.view.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.tonearm.configuration.ConfigurationSheet;
import org.tonearm.configuration.Fault;
import org.tonearm.configuration.Setting;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.view.Controls;
import org.tonearm.panel.view.ListTable;
import org.tonearm.panel.view.PlainText;

/** A table of settings whose names the user chooses: aliases, words of moods, single thresholds. */
final class EntriesEditor {
  private final Setting table;
  private final Texts texts;
  private final SettingsDesk desk;
  private final ListTable<Map.Entry<String, Object>> entries;
  private final JComboBox<String> name = new JComboBox<>();
  private final JTextField value = new JTextField(12);
  private final JButton put;
  private final JButton remove;
  private final JButton reset;
  private final Prose fault = new Prose("");
  private final JPanel panel =
      new JPanel(
          new MigLayout("insets 0, fillx, wrap 4, hidemode 3", "[grow, fill][grow, fill][][]"));

  EntriesEditor(Setting table, Texts texts, SettingsDesk desk) {
    this.table = table;
    this.texts = texts;
    this.desk = desk;
    String key = "setting." + table.key();
    this.entries =
        new ListTable<>(
            texts,
            key,
            List.of(
                new ListTable.Column<>(key + ".name", 180, Map.Entry::getKey),
                new ListTable.Column<>(key + ".value", 180, Map.Entry::getValue)));
    Controls controls = new Controls(texts);
    this.put = controls.button("settings.put", this::put);
    this.remove = controls.button("settings.remove", this::remove);
    this.reset = controls.button("settings.reset", () -> desk.clear(table.path(), this::tell));
    reset.setName("reset." + table.key());
    reset.setToolTipText(texts.get("settings.reset.all"));
    String resetName = texts.get("settings.reset.of", texts.get(key));
    reset.getAccessibleContext().setAccessibleName(resetName);
    reset.getAccessibleContext().setAccessibleDescription(texts.get("settings.reset.all"));
    put.setName("put." + table.key());
    remove.setName("remove." + table.key());
    name.setEditable(true);
    PlainText.cells(name);
    name.setName("name." + table.key());
    value.setName("value." + table.key());
    name.getAccessibleContext().setAccessibleName(texts.get(key + ".name"));
    value.getAccessibleContext().setAccessibleName(texts.get(key + ".value"));
    name.setToolTipText(texts.get(key + ".name"));
    value.setToolTipText(texts.get(key + ".value"));
    value.putClientProperty("JTextField.placeholderText", texts.get(key + ".value"));
    name.putClientProperty("JTextField.placeholderText", texts.get(key + ".name"));
    value.addActionListener(event -> put());
    fault.setName("fault." + table.key());
    fault.setVisible(false);
    entries.component().setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    entries.component().getSelectionModel().addListSelectionListener(event -> fill());
    JScrollPane scroll = new JScrollPane(entries.component());
    panel.add(scroll, "span 4, growx, h 90!, wmin 0");
    panel.add(name, "growx, wmin 80, w 160::");
    panel.add(value, "growx, wmin 60");
    panel.add(put);
    panel.add(remove);
    panel.add(fault, "span 4, growx, wmin 0");
  }

  /** Puts it on a page. */
  void addTo(Page page) {
    String key = "setting." + table.key();
    JLabel label = new JLabel(texts.get(key));
    label.setLabelFor(entries.component());
    label.setToolTipText(texts.get(key + ".tip"));
    page.add(label, "top");
    page.add(panel, "growx, wmin 0");
    page.add(reset, "top");
    page.add(new Hint(texts.get(key + ".tip")), "skip 1, span 2, wmin 0, growx, wrap, gapbottom 8");
  }

  /** Names to choose from. */
  void offer(List<String> names) {
    Object typed = name.getSelectedItem();
    name.setModel(new DefaultComboBoxModel<>(names.toArray(String[]::new)));
    name.setSelectedItem(typed == null ? "" : typed);
  }

  void show(ConfigurationSheet sheet) {
    entries.show(new ArrayList<>(sheet.entries(table.path()).entrySet()));
    put.setEnabled(sheet.editable());
    remove.setEnabled(false);
    reset.setEnabled(sheet.editable() && !sheet.entries(table.path()).isEmpty());
    tell(sheet.faults(table.key()));
  }

  private void fill() {
    remove.setEnabled(entries.selected().isPresent() && put.isEnabled());
    entries
        .selected()
        .ifPresent(
            entry -> {
              name.setSelectedItem(entry.getKey());
              value.setText(String.valueOf(entry.getValue()));
            });
  }

  private void put() {
    Object typed = name.getEditor().getItem();
    String word = typed == null ? "" : typed.toString().strip();
    if (!word.isEmpty()) {
      desk.set(path(word), table.reading().apply(value.getText().strip()), this::tell);
    }
  }

  private void remove() {
    entries.selected().ifPresent(entry -> desk.reset(path(entry.getKey()), this::tell));
  }

  private List<String> path(String word) {
    List<String> path = new ArrayList<>(table.path());
    path.add(word);
    return path;
  }

  private void tell(List<Fault> faults) {
    fault.setText(faults.stream().map(this::sentence).collect(Collectors.joining("\n")));
    fault.setVisible(!faults.isEmpty());
  }

  private String sentence(Fault wrong) {
    String reason =
        wrong.key() + " = " + wrong.value() + ": " + texts.engine().part(wrong.reason());
    return wrong.accepted().isEmpty()
        ? texts.get("settings.fault", reason)
        : texts.get("settings.fault.accepted", reason, texts.engine().part(wrong.accepted()));
  }
}
