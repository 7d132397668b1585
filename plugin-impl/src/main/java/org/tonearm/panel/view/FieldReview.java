package org.tonearm.panel.view;

import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.TagField;
import org.tonearm.panel.Texts;
import org.tonearm.panel.TrackRow;
import org.tonearm.panel.Words;

/** What was heard for one field of the selected track, and another word for it. */
final class FieldReview extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int GAP = 6;
  private static final int WORD_COLUMNS = 6;

  private final TagField field;
  private final ScoreBars scores;
  private final JButton choose;
  private transient Words spoken = Words.NONE;
  private final JComboBox<String> words = new JComboBox<>();

  /**
   * @param chosen told of the word that the user wants in the field
   */
  FieldReview(Texts texts, TagField field, BiConsumer<TagField, String> chosen) {
    super(new BorderLayout(GAP, GAP));
    this.field = field;
    this.scores = new ScoreBars(texts);
    Controls controls = new Controls(texts);
    setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createTitledBorder(texts.get("field." + field.word())),
            BorderFactory.createEmptyBorder(0, GAP, GAP / 2, GAP)));
    words.setEditable(true);
    words.setPrototypeDisplayValue("m".repeat(WORD_COLUMNS));
    JLabel label = controls.label("review.word." + field.word(), words);
    choose = controls.button("review.choose." + field.word(), () -> chosen.accept(field, word()));
    JPanel other = new JPanel(new BorderLayout(GAP, GAP / 3));
    other.add(label, BorderLayout.PAGE_START);
    other.add(words, BorderLayout.CENTER);
    other.add(choose, BorderLayout.LINE_END);
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
    scores.show(
        selected.flatMap(row -> row.verdict(field)).map(Verdict::scores).orElse(List.of()).stream()
            .map(score -> new LabelScore(spoken.of(field, score.label()), score.score()))
            .toList());
  }

  private String word() {
    Object typed = words.getEditor().getItem();
    return typed == null ? "" : typed.toString().strip();
  }
}
