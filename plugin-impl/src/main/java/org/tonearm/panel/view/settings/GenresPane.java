package org.tonearm.panel.view.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.tonearm.configuration.ConfigurationSheet;
import org.tonearm.configuration.Fault;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.OwnGenreFile;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.settings.SettingsSource;
import org.tonearm.panel.view.Controls;
import org.tonearm.panel.view.Typed;
import org.tonearm.taxonomy.Taxonomy;

/** The tree of genres; of the selected one, whether it may be written, other names, and kinds. */
final class GenresPane {
  private static final List<String> WHITELIST = List.of("taxonomy", "whitelist");
  private static final List<String> ALIASES = List.of("taxonomy", "aliases");

  private final Texts texts;
  private final SettingsDesk desk;
  private final SettingsSource source;
  private final GenreTree tree;
  private final JTextField search = new JTextField(14);
  private final JLabel name = new JLabel(" ");
  private final JCheckBox allowed;
  private final DefaultListModel<String> names = new DefaultListModel<>();
  private final JList<String> aliases = new JList<>(names);
  private final JTextField alias = new JTextField(10);
  private final JTextField kind = new JTextField(10);
  private final JButton addAlias;
  private final JButton removeAlias;
  private final JButton addKind;
  private final Prose fault = new Prose("");
  private Optional<ConfigurationSheet> sheet = Optional.empty();

  GenresPane(Texts texts, SettingsDesk desk, SettingsSource source) {
    this.texts = texts;
    this.desk = desk;
    this.source = source;
    this.tree = new GenreTree(texts);
    Controls controls = new Controls(texts);
    allowed = new JCheckBox(texts.get("settings.genre.allow"));
    controls.name(allowed, "settings.genre.allow");
    allowed.addActionListener(event -> allow());
    addAlias = controls.button("settings.genre.add-alias", this::addAlias);
    removeAlias = controls.button("settings.genre.remove-alias", this::removeAlias);
    addKind = controls.button("settings.genre.add-kind", this::addKind);
    search.getDocument().addDocumentListener(new Typed(() -> tree.seek(search.getText())));
    tree.component().addTreeSelectionListener(event -> showGenre());
    aliases.addListSelectionListener(event -> enable());
    alias.addActionListener(event -> addAlias());
    kind.addActionListener(event -> addKind());
    name.putClientProperty("FlatLaf.styleClass", "h3");
    fault.setName("genres.fault");
    fault.setVisible(false);
  }

  /** Puts it on a page. */
  void addTo(Page page) {
    Controls controls = new Controls(texts);
    JPanel panel =
        new JPanel(
            new MigLayout(
                "insets 0, wrap 3, hidemode 3", "[240!, grow, fill]14[grow, fill]6[]", ""));
    JPanel left =
        new JPanel(new MigLayout("insets 0, fill, wrap 2", "[]6[grow, fill]", "[]4[grow, fill]"));
    left.add(controls.label("settings.genres.search", search));
    left.add(search);
    left.add(new JScrollPane(tree.component()), "span 2, grow, wmin 0");
    panel.add(left, "spany 9, grow, h 330!, wmin 0");
    panel.add(name, "span 2, wmin 0");
    panel.add(allowed, "span 2, wmin 0");
    panel.add(controls.label("settings.genre.aliases", aliases), "span 2, gaptop 6");
    panel.add(new JScrollPane(aliases), "wmin 0, h 90!");
    panel.add(removeAlias, "top, sg buttons");
    panel.add(alias, "wmin 0");
    panel.add(addAlias, "sg buttons");
    panel.add(controls.label("settings.genre.kind", kind), "span 2, gaptop 10");
    panel.add(kind, "wmin 0");
    panel.add(addKind, "sg buttons");
    panel.add(fault, "span 2, growx, wmin 0, top");
    panel.add(new JLabel(), "span 2, pushy");
    alias.putClientProperty("JTextField.placeholderText", texts.get("settings.genre.alias"));
    kind.putClientProperty("JTextField.placeholderText", texts.get("settings.genre.new"));
    controls.name(alias, "settings.genre.alias");
    page.add(new JLabel(texts.get("settings.genres")), "top");
    page.add(panel, "span 2, growx, wmin 0, gapbottom 10");
  }

  void show(ConfigurationSheet now) {
    sheet = Optional.of(now);
    tree.show(now.configuration().genres().taxonomy(), now.configuration().genres().whitelist());
    if (tree.selected().isEmpty()) {
      tree.component().setSelectionRow(0);
    }
    showGenre();
  }

  private void showGenre() {
    Optional<String> genre = tree.selected();
    name.setText(genre.orElse(texts.get("settings.genre.none")));
    names.clear();
    if (sheet.isPresent() && genre.isPresent()) {
      Taxonomy taxonomy = sheet.get().configuration().genres().taxonomy();
      allowed.setSelected(
          sheet.get().configuration().genres().whitelist().stream()
              .anyMatch(word -> taxonomy.same(word, genre.get())));
      for (Map.Entry<String, Object> entry : sheet.get().entries(ALIASES).entrySet()) {
        if (taxonomy.same(String.valueOf(entry.getValue()), genre.get())) {
          names.addElement(entry.getKey());
        }
      }
    }
    tell(List.of());
    enable();
  }

  private void enable() {
    boolean possible =
        tree.selected().isPresent() && sheet.filter(ConfigurationSheet::editable).isPresent();
    List.of(allowed, alias, kind, addAlias, addKind).forEach(part -> part.setEnabled(possible));
    removeAlias.setEnabled(possible && !aliases.isSelectionEmpty());
  }

  private void allow() {
    if (sheet.isEmpty() || tree.selected().isEmpty()) {
      return;
    }
    Taxonomy taxonomy = sheet.get().configuration().genres().taxonomy();
    String genre = tree.selected().get();
    List<String> list = new ArrayList<>(sheet.get().configuration().genres().whitelist());
    list.removeIf(word -> taxonomy.same(word, genre));
    if (allowed.isSelected()) {
      list.add(genre);
    }
    if (list.isEmpty()) {
      desk.reset(WHITELIST, this::tell);
    } else {
      desk.set(WHITELIST, list, this::tell);
    }
  }

  private void addAlias() {
    String word = alias.getText().strip();
    if (!word.isEmpty() && tree.selected().isPresent()) {
      desk.set(path(word), tree.selected().get(), this::tell);
      alias.setText("");
    }
  }

  private void removeAlias() {
    if (!aliases.isSelectionEmpty()) {
      desk.reset(path(aliases.getSelectedValue()), this::tell);
    }
  }

  private void addKind() {
    String word = kind.getText().strip();
    Optional<String> above = tree.selected();
    if (word.isEmpty() || above.isEmpty()) {
      return;
    }
    kind.setText("");
    desk.ask(
        () -> {
          new OwnGenreFile(source.store()).add(word, above.get());
          return word;
        },
        added -> desk.refresh());
  }

  private static List<String> path(String word) {
    List<String> path = new ArrayList<>(ALIASES);
    path.add(word);
    return path;
  }

  private void tell(List<Fault> faults) {
    fault.setText(
        faults.isEmpty()
            ? ""
            : texts.get("settings.fault", faults.get(0).value() + ": " + faults.get(0).reason()));
    fault.setVisible(!faults.isEmpty());
  }
}
