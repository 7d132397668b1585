package org.tonearm.panel.view.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import org.tonearm.configuration.ConfigurationSheet;
import org.tonearm.configuration.Fault;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.view.Controls;
import org.tonearm.panel.view.PlainText;
import org.tonearm.taxonomy.Taxonomy;

/** The user's own names for the selected genre. */
final class GenreNames {
  private static final List<String> ALIASES = List.of("taxonomy", "aliases");

  private final Texts texts;
  private final SettingsDesk desk;
  private final Consumer<List<Fault>> refused;
  private final DefaultListModel<String> names = new DefaultListModel<>();
  private final JList<String> list = new JList<>(names);
  private final JTextField name = new JTextField(10);
  private final JButton add;
  private final JButton remove;
  private Optional<String> genre = Optional.empty();
  private boolean editable;

  /**
   * @param refused told of what is wrong with a name
   */
  GenreNames(Texts texts, SettingsDesk desk, Consumer<List<Fault>> refused) {
    this.texts = texts;
    this.desk = desk;
    this.refused = refused;
    Controls controls = new Controls(texts);
    PlainText.cells(list);
    add = controls.button("settings.genre.add-alias", this::add);
    remove = controls.button("settings.genre.remove-alias", this::remove);
    list.addListSelectionListener(event -> enable());
    name.addActionListener(event -> add());
    name.putClientProperty("JTextField.placeholderText", texts.get("settings.genre.alias"));
    controls.name(name, "settings.genre.alias");
  }

  void addTo(JPanel panel) {
    panel.add(
        new Controls(texts).label("settings.genre.aliases", list), "span 2, gaptop 6, wmin 0");
    panel.add(new JScrollPane(list), "wmin 0, h 72!");
    panel.add(remove, "top, sg buttons");
    panel.add(name, "wmin 0");
    panel.add(add, "sg buttons");
  }

  void show(Optional<ConfigurationSheet> sheet, Optional<String> selected) {
    genre = selected;
    editable = sheet.filter(ConfigurationSheet::editable).isPresent();
    List<String> now = new ArrayList<>();
    if (sheet.isPresent() && selected.isPresent()) {
      Taxonomy taxonomy = sheet.get().configuration().genres().taxonomy();
      for (Map.Entry<String, Object> entry : sheet.get().entries(ALIASES).entrySet()) {
        if (taxonomy.same(String.valueOf(entry.getValue()), selected.get())) {
          now.add(entry.getKey());
        }
      }
    }
    // What is shown again keeps its selection.
    if (!now.equals(Collections.list(names.elements()))) {
      names.clear();
      names.addAll(now);
    }
    enable();
  }

  private void enable() {
    boolean possible = genre.isPresent() && editable;
    name.setEnabled(possible);
    add.setEnabled(possible);
    remove.setEnabled(possible && !list.isSelectionEmpty());
  }

  private void add() {
    String word = name.getText().strip();
    if (!word.isEmpty() && genre.isPresent()) {
      desk.set(path(word), genre.get(), refused);
      name.setText("");
    }
  }

  private void remove() {
    if (!list.isSelectionEmpty()) {
      desk.reset(path(list.getSelectedValue()), refused);
    }
  }

  private static List<String> path(String word) {
    return List.of(ALIASES.get(0), ALIASES.get(1), word);
  }
}
