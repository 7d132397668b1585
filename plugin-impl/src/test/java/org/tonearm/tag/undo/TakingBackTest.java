package org.tonearm.tag.undo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagField;
import org.tonearm.tag.journal.JournaledField;
import org.tonearm.tag.xiph.FlacCodec;

/** Earlier versions noted words with the blanks around them, which are not read any more. */
class TakingBackTest {

  @Test
  void wordsOfEarlierVersionsComeBackWithoutTheirBlanks() {
    TagEdit.Change change = change(TagField.GENRE, List.of("Rock ", " ", "Pop"), " Jazz", "Jazz");

    assertThat(change).isEqualTo(new TagEdit.SetValues(List.of("Rock", "Pop")));
  }

  @Test
  void aFieldOfBlanksAloneIsTakenOut() {
    TagEdit.Change change = change(TagField.MOOD, List.of(" "), "Calm", "Calm");

    assertThat(change).isEqualTo(new TagEdit.Restore(FieldState.ABSENT));
  }

  @Test
  void commentsKeepTheirBlanks() {
    TagEdit.Change change = change(TagField.COMMENT, List.of("a ", " "), "b ", "b ");

    assertThat(change).isEqualTo(new TagEdit.SetValues(List.of("a ", " ")));
  }

  /** The change of a field that another program wrote anew, with the same words. */
  private static TagEdit.Change change(
      TagField field, List<String> before, String after, String present) {
    JournaledField journaled =
        new JournaledField(
            field,
            new FieldState(before, new byte[] {1}),
            List.of(after),
            Optional.of(new FieldState(List.of(after), new byte[] {2})),
            false);
    FieldState now = new FieldState(List.of(present), new byte[] {3});
    TakingBack back = new TakingBack(List.of(journaled), Map.of(field, now), new FlacCodec());
    return back.changes().get(field);
  }
}
