package org.tonearm.tag.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;

final class PlanFilterTest {
  private final PlannedTrack track =
      new PlannedTrack(
          Path.of("song.mp3").toAbsolutePath(),
          PlannedTrack.PLANNED,
          "state",
          30,
          List.of(told(Task.GENRE, "rock", 0.55), told(Task.MOOD, "Q1", 0.95)),
          List.of(
              change(TagField.GENRE, "Rock"),
              change(TagField.MOOD, "Happy"),
              change(TagField.COMMENT, "[Tonearm: Rock, Happy]"),
              change(TagField.PROVENANCE, "Tonearm 1; genre=m-1 Rock 0.55; mood=m-1 Happy 0.95")),
          Optional.empty());

  @Test
  void aNoteIsAsSureAsTheLeastSureOfWhatItTells() {
    assertThat(passing(0.9)).containsExactly(TagField.MOOD);
    assertThat(passing(0.5))
        .containsExactly(TagField.GENRE, TagField.MOOD, TagField.COMMENT, TagField.PROVENANCE);
  }

  @Test
  void whatANoteDoesNotTellDoesNotHoldItBack() {
    PlannedTrack moodAlone =
        track.withChanges(
            List.of(
                change(TagField.MOOD, "Happy"),
                change(TagField.COMMENT, "the owner's own, a block taken out"),
                change(TagField.PROVENANCE, "Tonearm 1; mood=m-1 Happy 0.95")));
    assertThat(least(0.9).of(moodAlone).orElseThrow().changes()).hasSize(3);
  }

  @Test
  void whatDoesNotPassIsKeptAsLeftOut() {
    PlannedTrack some = least(0.9).of(track).orElseThrow();
    assertThat(some.leftOut())
        .extracting(FieldChange::field)
        .containsExactly(TagField.GENRE, TagField.COMMENT, TagField.PROVENANCE);
    assertThat(least(0.99).of(track)).isEmpty();
  }

  private List<TagField> passing(double least) {
    return least(least).of(track).orElseThrow().changes().stream().map(FieldChange::field).toList();
  }

  private static PlanFilter least(double score) {
    return new PlanFilter(Set.of(), Set.of(), List.of(), List.of(), Set.of(), score);
  }

  private static Verdict told(Task task, String label, double score) {
    List<LabelScore> scores = List.of(new LabelScore(label, score));
    return new Verdict(task, "m-1", scores, scores, "", Optional.empty());
  }

  private static FieldChange change(TagField field, String after) {
    return new FieldChange(field, List.of(), List.of(after), "heard");
  }
}
