package org.tonearm.panel.view.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import org.tonearm.configuration.Configuration;
import org.tonearm.configuration.ConfigurationSheet;
import org.tonearm.configuration.Fault;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.view.Controls;
import org.tonearm.taxonomy.Taxonomy;

/** Whether the selected genre may be written, and whether it never is. */
final class GenreLists {
  private static final List<String> WHITELIST = List.of("taxonomy", "whitelist");
  private static final List<String> IGNORE = List.of("taxonomy", "ignore");

  private final SettingsDesk desk;
  private final Consumer<List<Fault>> refused;
  private final JCheckBox allowed;
  private final JCheckBox never;
  private Optional<Configuration.Genres> genres = Optional.empty();
  private Optional<String> genre = Optional.empty();

  /**
   * @param refused told of what is wrong with a list
   */
  GenreLists(Texts texts, SettingsDesk desk, Consumer<List<Fault>> refused) {
    this.desk = desk;
    this.refused = refused;
    Controls controls = new Controls(texts);
    allowed = controls.tick("settings.genre.allow", () -> toggle(WHITELIST));
    never = controls.tick("settings.genre.never", () -> toggle(IGNORE));
  }

  void addTo(JPanel panel) {
    panel.add(allowed, "span 2, wmin 0");
    panel.add(never, "span 2, wmin 0");
  }

  void show(Optional<ConfigurationSheet> sheet, Optional<String> selected) {
    genres = sheet.map(now -> now.configuration().genres());
    genre = selected;
    boolean possible = genre.isPresent() && sheet.filter(ConfigurationSheet::editable).isPresent();
    allowed.setEnabled(possible);
    never.setEnabled(possible);
    tick();
  }

  private void tick() {
    allowed.setSelected(holds(genres.map(Configuration.Genres::whitelist).orElse(List.of())));
    never.setSelected(holds(genres.map(Configuration.Genres::ignored).orElse(List.of())));
  }

  private boolean holds(List<String> list) {
    return genre.isPresent() && list.stream().anyMatch(word -> taxonomy().same(word, genre.get()));
  }

  private void toggle(List<String> key) {
    if (genres.isEmpty() || genre.isEmpty()) {
      return;
    }
    boolean white = key.equals(WHITELIST);
    List<String> list = new ArrayList<>(white ? genres.get().whitelist() : genres.get().ignored());
    list.removeIf(word -> taxonomy().same(word, genre.get()));
    if ((white ? allowed : never).isSelected()) {
      list.add(genre.get());
    }
    desk.edit(
        key,
        list.isEmpty() ? Optional.empty() : Optional.of(list),
        faults -> {
          tick();
          refused.accept(faults);
        });
  }

  private Taxonomy taxonomy() {
    return genres.orElseThrow().taxonomy();
  }
}
