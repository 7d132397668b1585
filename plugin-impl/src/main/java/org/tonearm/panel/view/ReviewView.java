package org.tonearm.panel.view;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.tonearm.api.Analysis;
import org.tonearm.api.Task;
import org.tonearm.api.tag.TagField;
import org.tonearm.panel.Texts;
import org.tonearm.panel.TrackRow;
import org.tonearm.panel.Words;

/** The selected track: its fields before and after, what was heard, and how it went over time. */
final class ReviewView extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int GAP = 8;

  private final transient Texts texts;
  private final JLabel title = new JLabel();
  private final JLabel note = new JLabel();
  private final transient Map<TagField, FieldReview> fields = new EnumMap<>(TagField.class);
  private final TimelineView timeline;
  private transient Words words = Words.NONE;

  /**
   * @param chosen told of a word that the user wants in a field of the selected tracks
   */
  ReviewView(Texts texts, BiConsumer<TagField, String> chosen) {
    super(new BorderLayout(GAP, GAP));
    this.texts = texts;
    this.timeline = new TimelineView(texts);
    setName("review");
    setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
    JPanel both = new JPanel(new GridLayout(1, 2, GAP, 0));
    for (TagField field : TagField.heard()) {
      FieldReview review = new FieldReview(texts, field, chosen);
      fields.put(field, review);
      both.add(review);
    }
    JPanel over = new JPanel(new BorderLayout(0, GAP / 2));
    over.add(new JLabel(texts.get("review.timeline")), BorderLayout.PAGE_START);
    over.add(timeline, BorderLayout.CENTER);
    JPanel head = new JPanel(new BorderLayout(GAP, 0));
    head.add(title, BorderLayout.PAGE_START);
    head.add(note, BorderLayout.PAGE_END);
    add(head, BorderLayout.PAGE_START);
    add(both, BorderLayout.CENTER);
    add(over, BorderLayout.PAGE_END);
    show(Optional.empty());
  }

  /** The words to choose from. */
  void offer(Words offered) {
    words = offered;
    fields.forEach((field, view) -> view.offer(offered));
  }

  /** Shows a track, or that none is selected. */
  void show(Optional<TrackRow> selected) {
    title.setText(selected.map(this::heading).orElse(texts.get("review.nothing")));
    note.setText(selected.map(this::note).filter(n -> !n.isEmpty()).orElse(" "));
    note.setToolTipText(note.getText());
    fields.values().forEach(view -> view.show(selected));
    Optional<Analysis> genre = selected.map(row -> row.file().analyses().get(Task.GENRE));
    List<String> names =
        genre.map(Analysis::scores).orElse(List.of()).stream()
            .map(score -> words.of(TagField.GENRE, score.label()))
            .toList();
    timeline.show(genre, names);
  }

  private String heading(TrackRow row) {
    String artist = row.file().credits().artist();
    String name = artist.isEmpty() ? row.title() : artist + " – " + row.title();
    return texts.get("review.heading", name, texts.get(Standing.of(row).key()));
  }

  private String note(TrackRow row) {
    return row.problem().isEmpty()
        ? row.file().planned().problem().map(p -> p.message() + " " + p.remedy()).orElse("")
        : row.problem();
  }
}
