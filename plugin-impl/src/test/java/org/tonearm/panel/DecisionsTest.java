package org.tonearm.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.run.Correcting;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.secondreader.Credits;

/** Decisions on many tracks, against a screen that does one errand at a time. */
final class DecisionsTest {
  private static final int MANY = 2 * Decisions.PORTION + 5;

  private final Deque<Runnable> errands = new ArrayDeque<>();
  private final Tracks tracks = new Tracks();
  private final Decisions decisions = new Decisions(tracks, errands::add);

  @Test
  void fewAreDecidedAtOnce() {
    decisions.listed(files(5));
    decisions.decide(paths(3), Decision.ACCEPTED);
    assertThat(errands).isEmpty();
    assertThat(count(Decision.ACCEPTED)).isEqualTo(3);
  }

  @Test
  void manyAreDecidedInPortionsAndInTheOrderOfTheWishes() {
    decisions.listed(files(MANY));
    decisions.decide(paths(MANY), Decision.ACCEPTED);
    assertThat(count(Decision.ACCEPTED)).isEqualTo(Decisions.PORTION);
    decisions.decide(paths(1), Decision.REJECTED);
    List<Long> accepted = new ArrayList<>();
    decisions.whenDone(() -> accepted.add(count(Decision.ACCEPTED)));
    assertThat(accepted).as("not before all is decided").isEmpty();
    int turns = 0;
    while (!errands.isEmpty()) {
      long before = count(Decision.ACCEPTED);
      errands.remove().run();
      assertThat(count(Decision.ACCEPTED) - before).isLessThanOrEqualTo(Decisions.PORTION);
      turns++;
    }
    assertThat(turns).isEqualTo(4);
    assertThat(accepted).containsExactly(MANY - 1L);
    assertThat(tracks.row(0).decision()).isEqualTo(Decision.REJECTED);
  }

  @Test
  void whatWasDecidedEarlierHoldsOnceTheTrackIsListed() {
    List<HeardFile> files = files(2);
    decisions.recall(files.get(1).planned(), Decision.REJECTED);
    assertThat(decisions.recalled()).isEqualTo(1);
    assertThat(decisions.decided()).hasSize(1);
    decisions.listed(files);
    assertThat(decisions.recalled()).isZero();
    assertThat(tracks.row(0).decision()).isEqualTo(Decision.OPEN);
    assertThat(tracks.row(1).decision()).isEqualTo(Decision.REJECTED);
  }

  @Test
  void whatWasDecidedHoldsWhenATrackIsListenedToAgain() {
    List<HeardFile> files = files(4);
    decisions.listed(files);
    decisions.decide(paths(1), Decision.ACCEPTED);
    tracks.change(Path.of("1.mp3"), row -> row.decided(Decision.REJECTED));
    tracks.change(Path.of("2.mp3"), row -> row.changed(own(2)));
    tracks.change(Path.of("3.mp3"), TrackRow::written);

    decisions.listed(files);

    assertThat(tracks.all())
        .extracting(TrackRow::decision)
        .containsExactly(Decision.ACCEPTED, Decision.REJECTED, Decision.CHANGED, Decision.OPEN);
    assertThat(tracks.row(2).proposed(TagField.GENRE)).isEqualTo("House");
    assertThat(decisions.recalled()).isZero();
  }

  @Test
  void aDecisionOnAFileThatWasChangedSinceDoesNotHold() {
    decisions.listed(files(1, "before"));
    decisions.decide(paths(1), Decision.ACCEPTED);
    decisions.listed(files(1, "after"));
    assertThat(count(Decision.OPEN)).isEqualTo(1);
  }

  @Test
  void aWordOfTheUsersThatIsAcceptedStaysTheUsers() {
    decisions.listed(files(1));
    tracks.change(Path.of("0.mp3"), row -> row.changed(own(0)));
    decisions.decide(paths(1), Decision.ACCEPTED);
    assertThat(tracks.row(0).decision()).isEqualTo(Decision.CHANGED);
    decisions.decide(paths(1), Decision.OPEN);
    decisions.decide(paths(1), Decision.ACCEPTED);
    decisions.listed(files(1));
    assertThat(tracks.row(0).decision()).isEqualTo(Decision.CHANGED);
    assertThat(tracks.row(0).proposed(TagField.GENRE)).isEqualTo("House");
  }

  @Test
  void whatWasAcceptedDoesNotHoldForAnotherPlan() {
    decisions.listed(files(2));
    decisions.decide(paths(2), Decision.ACCEPTED);
    decisions.listed(List.of(file(0, "", "Rock", "another reason"), file(1, "", "Jazz", "other")));
    assertThat(tracks.row(0).decision()).isEqualTo(Decision.OPEN);
    assertThat(tracks.row(1).decision()).as("the same word").isEqualTo(Decision.ACCEPTED);
  }

  @Test
  void whatCouldNotBeWrittenStaysDecided() {
    decisions.listed(files(2));
    decisions.decide(paths(2), Decision.ACCEPTED);
    tracks.change(Path.of("0.mp3"), row -> row.changed(own(0)).notWritten("x"));
    tracks.change(Path.of("1.mp3"), row -> row.notWritten("x"));
    assertThat(decisions.decided())
        .extracting(TrackRow::decision)
        .containsExactly(Decision.CHANGED, Decision.ACCEPTED);
    decisions.listed(files(2));
    assertThat(tracks.all())
        .extracting(TrackRow::decision)
        .containsExactly(Decision.CHANGED, Decision.ACCEPTED);
    assertThat(tracks.row(0).proposed(TagField.GENRE)).isEqualTo("House");
  }

  @Test
  void aTrackThatCouldNotBeHeardOnceKeepsItsDecision() {
    decisions.listed(files(1));
    tracks.change(Path.of("0.mp3"), row -> row.changed(own(0)));
    PlannedTrack failed =
        new PlannedTrack(Path.of("0.mp3"), "failed", "", 0, List.of(), List.of(), Optional.empty());
    decisions.listed(List.of(new HeardFile(Credits.NONE, Map.of(), failed, Map.of())));
    assertThat(tracks.row(0).decision()).isEqualTo(Decision.OPEN);
    assertThat(decisions.decided()).hasSize(1);
    decisions.listed(files(1));
    assertThat(tracks.row(0).decision()).isEqualTo(Decision.CHANGED);
    assertThat(tracks.row(0).proposed(TagField.GENRE)).isEqualTo("House");
    assertThat(decisions.decided()).hasSize(1);
  }

  private static PlannedTrack own(int number) {
    return file(number, "", "House", Correcting.REASON).planned();
  }

  private long count(Decision decision) {
    return tracks.all().stream().filter(row -> row.decision() == decision).count();
  }

  private static List<Path> paths(int count) {
    return files(count).stream().map(file -> file.planned().path()).toList();
  }

  private static List<HeardFile> files(int count) {
    return files(count, "");
  }

  private static List<HeardFile> files(int count, String state) {
    List<HeardFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(file(i, state, "Jazz", "empty"));
    }
    return files;
  }

  private static HeardFile file(int number, String state, String genre, String reason) {
    PlannedTrack planned =
        new PlannedTrack(
            Path.of(number + ".mp3"),
            PlannedTrack.PLANNED,
            state,
            0,
            List.of(),
            List.of(new FieldChange(TagField.GENRE, List.of(), List.of(genre), reason)),
            Optional.empty());
    return new HeardFile(Credits.NONE, Map.of(), planned, Map.of());
  }
}
