package org.tonearm.panel.view;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import net.miginfocom.swing.MigLayout;
import org.tonearm.api.tag.TagField;
import org.tonearm.panel.Texts;
import org.tonearm.panel.TrackRow;
import org.tonearm.panel.Words;

/** The selected track: its fields before and after, what was heard, and how it went over time. */
final class ReviewView extends JPanel implements Scrollable, AutoCloseable {
  private static final long serialVersionUID = 1L;
  private static final int SCROLL = 16;

  private final transient Texts texts;
  private final JLabel title = PlainText.in(new JLabel());
  private final JLabel note = PlainText.in(new JLabel());
  private final CoverView cover;
  private final transient FieldDiff diff;
  private final transient Map<TagField, FieldReview> fields = new EnumMap<>(TagField.class);
  private final TimelineView timeline;
  private transient Optional<TrackRow> shown = Optional.empty();

  /**
   * @param chosen told of a word that the user wants in a field of the selected tracks
   */
  ReviewView(Texts texts, TrackMedia media, BiConsumer<TagField, String> chosen) {
    super(
        new MigLayout(
            "fill, insets 0 0 4 0, wrap 4", "[]8[grow, fill]8[fill]8[fill]", "[]4[grow, fill]4[]"));
    this.texts = texts;
    this.cover = new CoverView(texts, media);
    this.diff = new FieldDiff(texts);
    this.timeline = new TimelineView(texts, media);
    setName("review");
    JPanel head = new SteadyPanel(new MigLayout("fillx, insets 0", "[]8[grow, fill]"));
    head.add(title, "wmin 0");
    head.add(note, "wmin 0");
    add(head, "span 4, growx, wmin 0");
    add(cover, "top");
    add(diff.component(), "grow, wmin 0");
    for (TagField field : TagField.heard()) {
      FieldReview review = new FieldReview(texts, field, chosen);
      fields.put(field, review);
      add(review, "grow");
    }
    add(timeline, "span 4, grow, wmin 0");
    fill(Optional.empty());
  }

  /** The words to choose from. */
  void offer(Words offered) {
    fields.forEach((field, view) -> view.offer(offered));
    timeline.offer(offered);
    fill(shown);
  }

  /** Shows a track, or that none is selected. */
  void show(Optional<TrackRow> selected) {
    // The table tells of each step of a selection.
    if (shown.isEmpty() || selected.isEmpty() || !same(shown.get(), selected.get())) {
      fill(selected);
    }
  }

  /** Plays the track from the spot on, or falls silent. */
  void playOrPause() {
    timeline.playOrPause();
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle shown, int orientation, int direction) {
    return SCROLL;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle shown, int orientation, int direction) {
    return shown.height;
  }

  /** As wide as the window, so that nothing lies beside it. */
  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() != null && getParent().getHeight() > getPreferredSize().height;
  }

  @Override
  public void close() {
    cover.close();
    timeline.close();
  }

  private void fill(Optional<TrackRow> selected) {
    shown = selected;
    title.setText(selected.map(this::heading).orElse(texts.get("review.nothing")));
    note.setText(selected.map(this::note).filter(n -> !n.isEmpty()).orElse(" "));
    note.setToolTipText(PlainText.tip(note.getText()));
    cover.show(selected.map(TrackRow::path));
    diff.show(selected);
    fields.values().forEach(view -> view.show(selected));
    timeline.show(selected);
  }

  @SuppressWarnings("ReferenceEquality") // Rows never change; another one is another object.
  private static boolean same(TrackRow one, TrackRow other) {
    return one == other;
  }

  private String heading(TrackRow row) {
    String artist = row.file().credits().artist();
    String name = artist.isEmpty() ? row.title() : artist + " – " + row.title();
    return texts.get("review.heading", name, texts.get(Standing.of(row).key()));
  }

  private String note(TrackRow row) {
    return row.problem().isEmpty()
        ? row.file()
            .planned()
            .problem()
            .map(p -> texts.engine().problem(p.code(), p.message(), p.remedy()))
            .orElse("")
        : row.problem();
  }
}
