package org.tonearm.panel.view;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.TagField;
import org.tonearm.panel.Texts;
import org.tonearm.panel.TrackRow;
import org.tonearm.panel.Words;

/** What was heard for one field of the selected track, and another word for it. */
final class FieldReview extends SteadyPanel {
  private static final long serialVersionUID = 1L;
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
    super(new MigLayout("fill, insets 0 6 3 6, wrap 2", "[grow, fill]6[]", "[grow, fill]6[]2[]"));
    this.field = field;
    this.scores = new ScoreBars(texts);
    Controls controls = new Controls(texts);
    setBorder(BorderFactory.createTitledBorder(texts.get("field." + field.word())));
    words.setEditable(true);
    PlainText.cells(words);
    words.setPrototypeDisplayValue("m".repeat(WORD_COLUMNS));
    JLabel label = controls.label("review.word." + field.word(), words);
    choose = controls.button("review.choose." + field.word(), () -> chosen.accept(field, word()));
    add(scores, "span 2, grow");
    add(label, "span 2");
    add(words, "wmin 60");
    add(choose);
  }

  /** The words to choose from. What is typed stays. */
  void offer(Words offered) {
    spoken = offered;
    List<String> choices = offered.choices().getOrDefault(field, List.of());
    if (!choices.equals(ChoiceBox.offered(words))) {
      String typed = typed();
      words.setModel(new DefaultComboBoxModel<>(choices.toArray(String[]::new)));
      words.setSelectedItem(typed);
    }
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
    return typed().strip();
  }

  private String typed() {
    Object typed = words.getEditor().getItem();
    return typed == null ? "" : typed.toString();
  }
}
