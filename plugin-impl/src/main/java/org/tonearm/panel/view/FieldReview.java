package org.tonearm.panel.view;

import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.TagField;
import org.tonearm.panel.Texts;
import org.tonearm.panel.TrackRow;
import org.tonearm.panel.Words;

/** One field of the selected track: before, after and why; the scores; another word for it. */
final class FieldReview extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int GAP = 6;

  private final transient Texts texts;
  private final TagField field;
  private final JLabel change = new JLabel(" ");
  private final JLabel reason = new JLabel(" ");
  private final ScoreBars scores;
  private final JButton choose;
  private transient Words spoken = Words.NONE;
  private final JComboBox<String> words = new JComboBox<>();

  /**
   * @param chosen told of the word that the user wants in the field
   */
  FieldReview(Texts texts, TagField field, BiConsumer<TagField, String> chosen) {
    super(new BorderLayout(GAP, GAP));
    this.texts = texts;
    this.field = field;
    this.scores = new ScoreBars(texts);
    Controls controls = new Controls(texts);
    setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createTitledBorder(texts.get("field." + field.word())),
            BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP)));
    words.setEditable(true);
    JLabel label = controls.label("review.word." + field.word(), words);
    choose = controls.button("review.choose." + field.word(), () -> chosen.accept(field, word()));
    JPanel other = new JPanel(new BorderLayout(GAP, 0));
    other.add(label, BorderLayout.LINE_START);
    other.add(words, BorderLayout.CENTER);
    other.add(choose, BorderLayout.LINE_END);
    JPanel told = new JPanel();
    told.setLayout(new BoxLayout(told, BoxLayout.PAGE_AXIS));
    for (JComponent line : List.of(change, reason)) {
      line.setAlignmentX(LEFT_ALIGNMENT);
      told.add(line);
      told.add(Box.createVerticalStrut(GAP / 2));
    }
    change.setName("review.change." + field.word());
    add(told, BorderLayout.PAGE_START);
    add(scores, BorderLayout.CENTER);
    add(other, BorderLayout.PAGE_END);
  }

  /** The words to choose from. */
  void offer(Words offered) {
    spoken = offered;
    List<String> choices = offered.choices().getOrDefault(field, List.of());
    words.setModel(new DefaultComboBoxModel<>(choices.toArray(String[]::new)));
    words.setSelectedItem("");
  }

  /** Shows a track, or nothing. */
  void show(Optional<TrackRow> selected) {
    words.setEnabled(selected.isPresent());
    choose.setEnabled(selected.isPresent());
    if (selected.isEmpty()) {
      change.setText(" ");
      reason.setText(" ");
      scores.show(List.of());
      return;
    }
    show(selected.get());
  }

  private void show(TrackRow row) {
    String none = texts.get("review.none");
    String before = row.current(field).isEmpty() ? none : row.current(field);
    row.change(field)
        .ifPresentOrElse(
            planned -> {
              String was = planned.before().isEmpty() ? none : String.join(", ", planned.before());
              change.setText(texts.get("review.change", was, String.join(", ", planned.after())));
              reason.setText(texts.get("review.reason", planned.reason()));
            },
            () -> {
              change.setText(texts.get("review.stays", before));
              reason.setText(silence(row));
            });
    scores.show(
        row.verdict(field).map(Verdict::scores).orElse(List.of()).stream()
            .map(score -> new LabelScore(spoken.of(field, score.label()), score.score()))
            .toList());
  }

  private String silence(TrackRow row) {
    return row.verdict(field)
        .map(v -> texts.get(v.abstained() ? "abstained." + v.abstention() : "review.good"))
        .orElse(texts.get("review.unheard"));
  }

  private String word() {
    Object typed = words.getEditor().getItem();
    return typed == null ? "" : typed.toString().strip();
  }
}
