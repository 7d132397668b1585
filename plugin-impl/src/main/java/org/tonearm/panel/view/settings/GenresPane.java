package org.tonearm.panel.view.settings;

import java.util.List;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.tonearm.configuration.Configuration;
import org.tonearm.configuration.ConfigurationSheet;
import org.tonearm.configuration.Fault;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.OwnGenreFile;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.settings.SettingsSource;
import org.tonearm.panel.view.Controls;
import org.tonearm.panel.view.PlainText;
import org.tonearm.panel.view.Typed;

/** The tree of genres, and what can be done with the selected one. */
final class GenresPane {
  private final Texts texts;
  private final SettingsDesk desk;
  private final OwnGenreFile file;
  private final GenreTree tree;
  private final JTextField search = new JTextField(14);
  private final JLabel name = PlainText.in(new JLabel(" "));
  private final GenreLists lists;
  private final GenreNames names;
  private final OwnGenrePane own;
  private final Prose fault = new Prose("");
  private Optional<ConfigurationSheet> sheet = Optional.empty();

  GenresPane(Texts texts, SettingsDesk desk, SettingsSource source) {
    this.texts = texts;
    this.desk = desk;
    this.file = new OwnGenreFile(source.store());
    this.tree = new GenreTree(texts);
    this.lists = new GenreLists(texts, desk, this::tell);
    this.names = new GenreNames(texts, desk, this::tell);
    this.own = new OwnGenrePane(texts, desk, file, this::changed);
    search.getDocument().addDocumentListener(new Typed(() -> tree.seek(search.getText())));
    tree.component().addTreeSelectionListener(event -> showGenre());
    name.putClientProperty("FlatLaf.styleClass", "h3");
    fault.setName("genres.fault");
    fault.setVisible(false);
  }

  /** Puts it on a page. */
  void addTo(Page page) {
    JPanel left =
        new JPanel(new MigLayout("insets 0, fill, wrap 2", "[]6[grow, fill]", "[]4[grow, fill]"));
    left.add(new Controls(texts).label("settings.genres.search", search));
    left.add(search);
    left.add(new JScrollPane(tree.component()), "span 2, grow, wmin 0");
    JPanel right =
        new JPanel(new MigLayout("insets 0, wrap 2, hidemode 3", "[grow, fill]6[]", "[]4[]"));
    right.add(name, "span 2, wmin 0");
    lists.addTo(right);
    names.addTo(right);
    own.addTo(right);
    right.add(fault, "span 2, growx, wmin 0");
    JPanel panel = new JPanel(new MigLayout("insets 0", "[240!, fill]14[grow, fill]", "[400!]"));
    panel.add(left, "grow, wmin 0");
    panel.add(right, "growx, wmin 0, top");
    page.add(new JLabel(texts.get("settings.genres")), "top");
    page.add(panel, "span 2, growx, wmin 0, gapbottom 10");
  }

  void show(ConfigurationSheet now) {
    sheet = Optional.of(now);
    Configuration.Genres genres = now.configuration().genres();
    tree.show(genres);
    if (tree.selected().isEmpty()) {
      tree.component().setSelectionRow(0);
    }
    showGenre();
    desk.ask(
        file::own,
        found -> {
          own.own(found);
          tree.own(found);
        });
  }

  private void showGenre() {
    Optional<String> genre = tree.selected();
    name.setText(genre.orElse(texts.get("settings.genre.none")));
    lists.show(sheet, genre);
    names.show(sheet, genre);
    own.show(sheet, genre);
    tell(List.of());
  }

  private void changed(String genre) {
    desk.refresh();
    desk.ask(() -> genre, tree::select);
  }

  private void tell(List<Fault> faults) {
    fault.setText(
        faults.isEmpty()
            ? ""
            : texts.get(
                "settings.fault",
                faults.get(0).value() + ": " + texts.engine().part(faults.get(0).reason())));
    fault.setVisible(!faults.isEmpty());
  }
}
