package org.tonearm.panel.view.settings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.tonearm.configuration.ConfigurationSheet;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.OwnGenreFile;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.view.Controls;
import org.tonearm.panel.view.PlainText;
import org.tonearm.taxonomy.OwnGenres;

/**
 * Genres of the user's own: adds one below the selected genre; moves and removes the selected one
 * if it is the user's; takes that back.
 */
final class OwnGenrePane {
  private final Texts texts;
  private final SettingsDesk desk;
  private final OwnGenreFile file;
  private final Consumer<String> changed;
  private final JTextField kind = new JTextField(10);
  private final JComboBox<String> above = new JComboBox<>();
  private final JButton add;
  private final JButton move;
  private final JButton remove;
  private final JButton undo;
  private final Deque<OwnGenreFile.Change> changes = new ArrayDeque<>();
  private List<String> own = List.of();
  private List<String> offered = List.of();
  private Optional<String> genre = Optional.empty();
  private boolean editable;

  /**
   * @param changed told of the genre that was added or moved; "" if none was
   */
  OwnGenrePane(Texts texts, SettingsDesk desk, OwnGenreFile file, Consumer<String> changed) {
    this.texts = texts;
    this.desk = desk;
    this.file = file;
    this.changed = changed;
    Controls controls = new Controls(texts);
    add = controls.button("settings.genre.add-kind", this::add);
    move = controls.button("settings.genre.move", this::move);
    remove = controls.button("settings.genre.remove", this::remove);
    undo = controls.button("settings.genre.undo", this::undo);
    kind.addActionListener(event -> add());
    kind.putClientProperty("JTextField.placeholderText", texts.get("settings.genre.new"));
  }

  void addTo(JPanel panel) {
    Controls controls = new Controls(texts);
    panel.add(controls.label("settings.genre.kind", kind), "span 2, gaptop 6, wmin 0");
    panel.add(kind, "wmin 0");
    panel.add(add, "sg buttons");
    PlainText.cells(above);
    panel.add(controls.label("settings.genre.above", above), "span 2, gaptop 6, wmin 0");
    panel.add(above, "wmin 0");
    panel.add(move, "sg buttons");
    JPanel row = new JPanel(new MigLayout("insets 0", "[]6[]"));
    row.add(remove);
    row.add(undo);
    panel.add(row, "span 2, wmin 0");
  }

  /** The genres of the user's own, as they stand in the file. */
  void own(List<String> genres) {
    own = List.copyOf(genres);
    enable();
  }

  void show(Optional<ConfigurationSheet> sheet, Optional<String> selected) {
    genre = selected;
    editable = sheet.filter(ConfigurationSheet::editable).isPresent();
    sheet.ifPresent(now -> offer(new TreeSet<>(now.configuration().genres().taxonomy().genres())));
    enable();
  }

  private void offer(Set<String> genres) {
    List<String> all = new ArrayList<>(genres);
    if (!all.equals(offered)) {
      offered = all;
      Object before = above.getSelectedIndex() > 0 ? above.getSelectedItem() : null;
      List<String> entries = new ArrayList<>();
      entries.add(texts.get("settings.genre.top"));
      entries.addAll(all);
      above.setModel(new DefaultComboBoxModel<>(entries.toArray(String[]::new)));
      if (before != null) {
        above.setSelectedItem(before);
      }
    }
  }

  private void enable() {
    boolean possible = genre.isPresent() && editable;
    boolean mine = possible && own.contains(genre.get());
    kind.setEnabled(possible);
    add.setEnabled(possible);
    above.setEnabled(mine);
    move.setEnabled(mine);
    remove.setEnabled(mine);
    undo.setEnabled(editable && !changes.isEmpty());
  }

  private void add() {
    String word = kind.getText().strip();
    if (!word.isEmpty() && genre.isPresent()) {
      String over = genre.get();
      kind.setText("");
      change(word, genres -> genres.with(word, over), over);
    }
  }

  private void move() {
    String over = above.getSelectedIndex() <= 0 ? "" : above.getSelectedItem().toString();
    genre.ifPresent(moved -> change(moved, genres -> genres.moved(moved, over), moved));
  }

  private void remove() {
    genre.ifPresent(gone -> change(gone, genres -> genres.without(gone), ""));
  }

  private void change(String what, UnaryOperator<OwnGenres> how, String selected) {
    desk.ask(
        () -> file.change(what, how),
        change -> {
          changes.push(change);
          changed.accept(selected);
        });
  }

  private void undo() {
    OwnGenreFile.Change last = changes.pop();
    enable();
    desk.ask(
        () -> {
          file.back(last);
          return "";
        },
        changed);
  }
}
