package org.tonearm.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.secondreader.Credits;

/** Rows, filters, pace and places on the mood map. */
final class TracksTest {

  @Test
  void aTrackThatComesAgainTakesItsOldPlace() {
    Tracks tracks = new Tracks();
    List<String> told = new ArrayList<>();
    tracks.listen(
        new Tracks.Listener() {
          @Override
          public void added(int first, int last) {
            told.add("added " + first + "-" + last);
          }

          @Override
          public void changed(int index) {
            told.add("changed " + index);
          }
        });
    tracks.put(List.of(planned("a.mp3"), unsure("b.mp3")));
    tracks.change(Path.of("a.mp3"), row -> row.decided(Decision.ACCEPTED));
    tracks.put(List.of(planned("a.mp3"), unsure("c.mp3")));
    assertThat(tracks.size()).isEqualTo(3);
    assertThat(tracks.row(0).decision()).isEqualTo(Decision.OPEN);
    assertThat(told).containsExactly("added 0-1", "changed 0", "changed 0", "added 2-2");
  }

  @Test
  void onlyAPlanCanBeAccepted() {
    assertThat(new TrackRow(planned("a.mp3")).decided(Decision.ACCEPTED).decision())
        .isEqualTo(Decision.ACCEPTED);
    assertThat(new TrackRow(unsure("b.mp3")).decided(Decision.ACCEPTED).decision())
        .isEqualTo(Decision.OPEN);
  }

  @Test
  void aWriteAndItsUndoShowInTheRow() {
    TrackRow written = new TrackRow(planned("a.mp3")).written();
    assertThat(written.current(TagField.GENRE)).isEqualTo("Jazz");
    assertThat(written.wouldChange()).isFalse();
    TrackRow back = written.undone(Map.of(TagField.GENRE, List.of()));
    assertThat(back.current(TagField.GENRE)).isEmpty();
    assertThat(back.wouldChange()).isTrue();
  }

  @Test
  void onlyWhatWasWrittenIsShownAsWritten() {
    TrackRow row = new TrackRow(planned("a.mp3")).written(List.of());
    assertThat(row.decision()).isEqualTo(Decision.WRITTEN);
    assertThat(row.current(TagField.GENRE)).isEmpty();
  }

  @Test
  void whatWasDecidedSinceAWriteStaysWhenThatIsTakenBack() {
    TrackRow written = new TrackRow(planned("a.mp3")).written();
    TrackRow newer = written.changed(planned("a.mp3").planned());
    TrackRow back = newer.undone(Map.of(TagField.GENRE, List.of()));
    assertThat(back.decision()).isEqualTo(Decision.CHANGED);
    assertThat(back.current(TagField.GENRE)).isEmpty();
    TrackRow rejected = new TrackRow(planned("b.mp3")).decided(Decision.REJECTED);
    assertThat(rejected.undone(Map.of(TagField.GENRE, List.of())).decision())
        .isEqualTo(Decision.REJECTED);
  }

  @Test
  void filtersByGroupAndWords() {
    TrackRow plan = new TrackRow(planned("Blue Note/a.mp3"));
    TrackRow silent = new TrackRow(unsure("b.mp3"));
    assertThat(new TrackFilter(TrackFilter.Kind.WOULD_CHANGE, "").test(plan)).isTrue();
    assertThat(new TrackFilter(TrackFilter.Kind.WOULD_CHANGE, "").test(silent)).isFalse();
    assertThat(new TrackFilter(TrackFilter.Kind.UNSURE, "").test(silent)).isTrue();
    assertThat(new TrackFilter(TrackFilter.Kind.UNSURE, "").test(plan)).isFalse();
    assertThat(new TrackFilter(TrackFilter.Kind.ALL, " jazz NOTE ").test(plan)).isTrue();
    assertThat(new TrackFilter(TrackFilter.Kind.ALL, "jazz rock").test(plan)).isFalse();
    assertThat(new TrackFilter(TrackFilter.Kind.DUE, "").test(plan)).isFalse();
    assertThat(new TrackFilter(TrackFilter.Kind.DUE, "").test(plan.decided(Decision.ACCEPTED)))
        .isTrue();
  }

  @Test
  void moodPointsAreMeansOfQuadrants() {
    // By hand: valence 0.5 + 0.1 - 0.25 - 0.15, arousal 0.5 + 0.25 - 0.15 - 0.1.
    Verdict mood =
        new Verdict(
            Task.MOOD,
            "m",
            List.of(),
            List.of(
                new LabelScore("Q1", 0.5),
                new LabelScore("Q2", 0.25),
                new LabelScore("Q3", 0.15),
                new LabelScore("Q4", 0.1)),
            "unsure");
    MoodPoint point =
        MoodPoint.of(new TrackRow(file("a.mp3", "abstained", List.of(mood), List.of())))
            .orElseThrow();
    assertThat(point.valence()).isCloseTo(0.2, within(1e-12));
    assertThat(point.arousal()).isCloseTo(0.5, within(1e-12));
    assertThat(MoodPoint.of(new TrackRow(planned("b.mp3")))).isEmpty();
  }

  private static HeardFile planned(String name) {
    LabelScore jazz = new LabelScore("jazz", 0.9);
    return file(
        name,
        PlannedTrack.PLANNED,
        List.of(new Verdict(Task.GENRE, "m", List.of(jazz), List.of(jazz), "")),
        List.of(new FieldChange(TagField.GENRE, List.of(), List.of("Jazz"), "empty")));
  }

  private static HeardFile unsure(String name) {
    LabelScore jazz = new LabelScore("jazz", 0.4);
    return file(
        name,
        "abstained",
        List.of(new Verdict(Task.GENRE, "m", List.of(), List.of(jazz), "unsure")),
        List.of());
  }

  private static HeardFile file(
      String name, String status, List<Verdict> verdicts, List<FieldChange> changes) {
    return new HeardFile(
        Credits.NONE,
        Map.of(),
        new PlannedTrack(Path.of(name), status, "", 0, verdicts, changes, Optional.empty()),
        Map.of());
  }
}
