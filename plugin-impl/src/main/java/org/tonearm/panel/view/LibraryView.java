package org.tonearm.panel.view;

import java.awt.Dimension;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import net.miginfocom.swing.MigLayout;
import org.tonearm.api.tag.TagField;
import org.tonearm.panel.Decision;
import org.tonearm.panel.FacetLookup;
import org.tonearm.panel.Session;
import org.tonearm.panel.Texts;
import org.tonearm.panel.Tracks;
import org.tonearm.panel.Words;

/** Places, the table of tracks, and the selected one below it. */
final class LibraryView extends JPanel implements AutoCloseable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_FOR_REVIEW = 420;

  private final transient Session session;
  private final transient Texts texts;
  private final transient Controls controls;
  private final transient TrackTable table;
  private final transient FilterBar filters;
  private final transient FacetLookup facets;
  private final ReviewView review;
  private final transient PlacesMenu remove;
  private final JLabel places = PlainText.in(new JLabel());

  /**
   * @param choosePlaces asks the user for files and folders
   */
  LibraryView(Session session, Texts texts, Supplier<List<Path>> choosePlaces, TrackMedia media) {
    super(new MigLayout("fill, insets 8 8 0 8, wrap 1", "[grow, fill]", "[]4[]8[grow, fill]"));
    this.session = session;
    this.texts = texts;
    this.controls = new Controls(texts);
    this.remove = new PlacesMenu(texts, this::remove);
    this.table = new TrackTable(session.tracks(), texts, media, this::count);
    this.filters = new FilterBar(texts, table::show);
    this.facets =
        new FacetLookup(session.tracks(), session::places, media.screen(), filters::offer);
    this.review = new ReviewView(texts, media, this::choose);
    setName("library");
    JScrollPane below = new JScrollPane(review);
    below.setBorder(null);
    // A split gives the upper part all it asks for unless the lower one insists.
    below.setMinimumSize(
        new Dimension(0, Math.min(MOST_FOR_REVIEW, review.getPreferredSize().height)));
    JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, tableWithDecisions(), below);
    split.setResizeWeight(1);
    split.setBorder(null);
    add(controls.button("library.add", () -> add(choosePlaces.get())), "split 5, growx 0");
    add(remove.button(), "growx 0");
    add(controls.button("library.listen", session::listen), "growx 0");
    add(places, "growx, pushx, wmin 0");
    add(filters.counted(), "growx 0");
    add(filters.component(), "growx, wmin 0");
    add(split, "grow, wmin 0, hmin 0");
    setTransferHandler(new DroppedPlaces(this::add));
    // A table takes drops for itself, and would refuse them.
    table.component().setTransferHandler(new DroppedPlaces(this::add));
    filters.reach(this);
    listenToSelection();
    showPlaces();
    count();
  }

  /** Adds places to listen to. */
  void add(List<Path> more) {
    session.add(more);
    showPlaces();
  }

  private void remove(Path place) {
    session.remove(place);
    showPlaces();
  }

  /** The words to choose from. */
  void offer(Words words) {
    review.offer(words);
    review.show(table.lead());
  }

  @Override
  public void close() {
    table.close();
    facets.close();
    review.close();
  }

  private JPanel tableWithDecisions() {
    JPanel row =
        new WrappingRow(
            0,
            controls.button("decide.accept", () -> decide(Decision.ACCEPTED)),
            controls.button("decide.reject", () -> decide(Decision.REJECTED)),
            controls.button("decide.open", () -> decide(Decision.OPEN)),
            controls.button("decide.apply", session::apply));
    JTable shown = table.component();
    Controls.key(shown, "A", Keys.action(() -> decide(Decision.ACCEPTED)));
    Controls.key(shown, "R", Keys.action(() -> decide(Decision.REJECTED)));
    Controls.key(shown, "O", Keys.action(() -> decide(Decision.OPEN)));
    Controls.key(shown, "P", Keys.action(review::playOrPause));
    JPanel panel =
        new JPanel(new MigLayout("fill, insets 0, wrap 1", "[grow, fill]", "[grow, fill]4[]"));
    panel.add(new JScrollPane(shown), "grow, wmin 0, hmin 0");
    panel.add(row, "wmin 0");
    return panel;
  }

  private void decide(Decision decision) {
    List<Path> files = table.selected();
    session.decide(files, decision);
    if (files.size() == 1 && decision != Decision.OPEN) {
      table.next();
    }
  }

  private void choose(TagField field, String word) {
    if (!word.isEmpty()) {
      session.choose(table.selected(), field, word);
    }
  }

  private void count() {
    filters.count(table.component().getRowCount(), session.tracks().size());
  }

  private void listenToSelection() {
    table
        .component()
        .getSelectionModel()
        .addListSelectionListener(event -> review.show(table.lead()));
    session
        .tracks()
        .listen(
            new Tracks.Listener() {
              @Override
              public void added(int first, int last) {
                count();
              }

              @Override
              public void changed(int index) {
                Optional<Path> shown = table.lead().map(row -> row.path());
                if (shown.equals(Optional.of(session.tracks().row(index).path()))) {
                  review.show(table.lead());
                }
              }

              @Override
              public void changed(int[] indexes) {
                review.show(table.lead());
              }
            });
  }

  private void showPlaces() {
    List<String> all = session.places().stream().map(Path::toString).toList();
    places.setText(
        all.isEmpty()
            ? texts.get("library.no-places")
            : texts.get("library.places", String.join(", ", all)));
    places.setToolTipText(PlainText.tip(places.getText()));
    remove.show(session.places());
  }
}
