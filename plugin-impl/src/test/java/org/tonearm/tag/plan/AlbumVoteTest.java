package org.tonearm.tag.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tonearm.api.Analysis;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Subgenres;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.Verdict;
import org.tonearm.api.WindowScores;
import org.tonearm.model.verdict.Thresholds;
import org.tonearm.model.verdict.VerdictRule;

class AlbumVoteTest {
  private static final Offset<Double> NEAR = Offset.offset(1e-9);
  private final AlbumVote vote = new AlbumVote(new VerdictRule());

  @Test
  void longTracksSayMoreThanShortOnes() {
    List<Analysis> tracks = List.of(heard(0.9, 1, 1), heard(0.2, 3, 1));
    Verdict verdict = vote.verdict(tracks, new Thresholds(0.6));
    assertThat(verdict.labels()).extracting(LabelScore::label).containsExactly("rock");
    assertThat(verdict.labels().get(0).score()).isCloseTo((0.1 + 3 * 0.8) / 4, NEAR);
    assertThat(verdict.scores().get(1).score()).isCloseTo((0.9 + 3 * 0.2) / 4, NEAR);
    assertThat(verdict.task()).isEqualTo(Task.GENRE);
    assertThat(verdict.modelId()).isEqualTo("m-1");
  }

  @Test
  void oneTrackSpeaksForItself() {
    Verdict verdict = vote.verdict(List.of(heard(0.7, 5, 1)), new Thresholds(0.6));
    assertThat(verdict.labels().get(0).label()).isEqualTo("jazz");
    assertThat(verdict.labels().get(0).score()).isCloseTo(0.7, NEAR);
  }

  @Test
  void anAlbumAtOddsWithItselfIsUnsure() {
    List<Analysis> tracks = List.of(heard(0.9, 2, 1), heard(0.1, 2, 1));
    assertThat(vote.verdict(tracks, new Thresholds(0.6)).abstention()).isEqualTo("unsure");
    assertThat(vote.verdict(tracks, new Thresholds(0.6, Map.of("jazz", 0.4, "rock", 0.4))).labels())
        .hasSize(1);
  }

  @Test
  void aSkitAmongSongsDoesNotSilenceThem() {
    Analysis skit = heard(0.5, 1, 0.1);
    Analysis song = heard(0.9, 6, 0.95);
    assertThat(vote.verdict(List.of(skit, song), new Thresholds(0.6)).labels()).hasSize(1);
    assertThat(vote.verdict(List.of(skit, skit), new Thresholds(0.1)).abstention())
        .isEqualTo("not-music");
  }

  @Test
  void theOrderOfTracksDoesNotMatter() {
    Analysis a = heard(0.9, 2, 1);
    Analysis b = heard(0.6, 3, 1);
    Thresholds any = new Thresholds(0);
    Verdict one = vote.verdict(List.of(a, b), any);
    Verdict other = vote.verdict(List.of(b, a), any);
    assertThat(one.labels().get(0).label()).isEqualTo(other.labels().get(0).label());
    assertThat(one.labels().get(0).score()).isCloseTo(other.labels().get(0).score(), NEAR);
  }

  @Test
  void theTracksDecideOnTheKindToo() {
    Analysis long1 = withBop(heard(0.9, 3, 1), 0.8);
    Analysis short1 = withBop(heard(0.9, 1, 1), 0.2);
    // 3/4 of 0.8 and 1/4 of 0.2 are 0.65.
    Verdict verdict = vote.verdict(List.of(long1, short1), new Thresholds(0.6));
    assertThat(verdict.subgenre().orElseThrow().label()).isEqualTo("bop");
    assertThat(verdict.subgenre().orElseThrow().score()).isCloseTo(0.9 * 0.65, NEAR);
    assertThat(vote.verdict(List.of(short1, short1), new Thresholds(0.6)).subgenre()).isEmpty();
  }

  private static Analysis withBop(Analysis heard, double bop) {
    return new Analysis(
        heard.task(),
        heard.modelId(),
        heard.scores(),
        heard.music(),
        heard.timeline(),
        List.of(new Subgenres("jazz", List.of(new LabelScore("bop", bop)), 0.6)));
  }

  @Test
  void refusesScoresThatCannotBeAdded() {
    Analysis other = new Analysis(Task.GENRE, "m-2", List.of(), 1, List.of());
    assertThatThrownBy(() -> vote.verdict(List.of(heard(0.9, 1, 1), other), new Thresholds(0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> vote.verdict(List.of(), new Thresholds(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAlbumIsAFolderAndAName() {
    Track one = new Track(Path.of("music", "a", "1.mp3"), "music");
    Track two = new Track(Path.of("music", "a", "2.mp3"), "music");
    Track elsewhere = new Track(Path.of("music", "b", "1.mp3"), "music");
    assertThat(Album.of(one, Optional.of("Blue  Train")))
        .isEqualTo(Album.of(two, Optional.of("blue train")))
        .isNotEqualTo(Album.of(two, Optional.of("Giant Steps")))
        .isNotEqualTo(Album.of(elsewhere, Optional.of("Blue Train")));
    assertThat(Album.of(one, Optional.empty())).isEqualTo(Album.of(two, Optional.empty()));
  }

  /** Scores of jazz and rock over a number of windows. */
  private static Analysis heard(double jazz, int windows, double music) {
    List<LabelScore> scores =
        List.of(new LabelScore("jazz", jazz), new LabelScore("rock", 1 - jazz));
    return new Analysis(
        Task.GENRE,
        "m-1",
        scores,
        music,
        Collections.nCopies(windows, new WindowScores(0, 6, scores)));
  }
}
