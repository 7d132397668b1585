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
    PlannedTrack own =
        new PlannedTrack(
            Path.of("2.mp3"),
            PlannedTrack.PLANNED,
            "",
            0,
            List.of(),
            List.of(new FieldChange(TagField.GENRE, List.of(), List.of("House"), "chosen by you")),
            Optional.empty());
    tracks.change(own.path(), row -> row.changed(own));
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
    List<FieldChange> changes =
        List.of(new FieldChange(TagField.GENRE, List.of(), List.of("Jazz"), "empty"));
    for (int i = 0; i < count; i++) {
      PlannedTrack planned =
          new PlannedTrack(
              Path.of(i + ".mp3"),
              PlannedTrack.PLANNED,
              state,
              0,
              List.of(),
              changes,
              Optional.empty());
      files.add(new HeardFile(Credits.NONE, Map.of(), planned, Map.of()));
    }
    return files;
  }
}
