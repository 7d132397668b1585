package org.tonearm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.Analysis;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Verdict;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.api.feature.FrameSink;
import org.tonearm.library.index.FrameStore;
import org.tonearm.model.verdict.VerdictRule;

final class ListeningTest {
  @TempDir Path frames;
  private final Fakes.CountingClassifier genre = new Fakes.CountingClassifier(Task.GENRE, 1);
  private final Fakes.CountingClassifier mood = new Fakes.CountingClassifier(Task.MOOD, 0.2);

  @Test
  void scoresWindowsAsTheyFillAndNeverMoreThanAFewAtOnce() throws Exception {
    // 2 hours: 7200 frames, 1200 windows of 6 frames.
    hear(listening(72_000, true), "long.mp3");
    assertThat(genre.windowLengths).hasSize(1200).containsOnly(6);
    assertThat(genre.largestBatch.get()).isLessThanOrEqualTo(8);
    assertThat(mood.windowLengths).hasSize(1200);
  }

  @Test
  void tellsTheVoteOfAllWindowsAndTheTimelineOfEach() throws Exception {
    // Windows begin at samples 0, 60, 120, 180; the fake calls them early below 100, late above.
    HeardTrack heard = hear(listening(220, true), "song.mp3");
    Analysis analysis = heard.analyses().get(Task.GENRE);
    assertThat(analysis.timeline()).hasSize(4);
    assertThat(analysis.timeline().get(3).startSeconds()).isCloseTo(18, within(1e-9));
    assertThat(analysis.timeline().get(3).endSeconds()).isCloseTo(22, within(1e-9));
    assertThat(analysis.timeline().get(0).scores().get(0).score()).isCloseTo(0.9, within(1e-9));
    assertThat(analysis.timeline().get(3).scores().get(0).score()).isCloseTo(0.1, within(1e-9));
    assertThat(analysis.scores()).extracting(LabelScore::score).containsExactly(0.5, 0.5);
    assertThat(heard.verdicts().get(Task.GENRE).abstention()).isEqualTo("unsure");
  }

  @Test
  void tellsALabelWhereItIsSure() throws Exception {
    HeardTrack heard = hear(listening(120, true), "song.mp3");
    Verdict verdict = heard.verdicts().get(Task.GENRE);
    assertThat(verdict.labels()).extracting(LabelScore::label).containsExactly("early");
    assertThat(heard.verdicts().get(Task.MOOD).abstention()).isEqualTo("not-music");
  }

  @Test
  void abstainsBelowThreeSeconds() throws Exception {
    HeardTrack heard = hear(listening(29, true), "short.mp3");
    assertThat(heard.verdicts().values())
        .hasSize(2)
        .allSatisfy(verdict -> assertThat(verdict.abstention()).isEqualTo("too-short"));
    assertThat(heard.analyses()).isEmpty();
    assertThat(hear(listening(30, true), "enough.mp3").analyses()).hasSize(2);
  }

  @Test
  void givesABrokenStreamUpOnlyBeforeItsFirstWholeWindow() throws Exception {
    assertThatThrownBy(() -> hear(listening(49, false), "cut.mp3"))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("cut.mp3")
        .extracting("code")
        .isEqualTo("broken");
    HeardTrack heard = hear(listening(51, false), "cut.mp3");
    assertThat(heard.report().complete()).isFalse();
    assertThat(heard.analyses()).hasSize(2);
  }

  @Test
  void modelsOfTwoSampleRatesEachHearTheTrackAtTheirOwn() throws Exception {
    List<Integer> rates = new ArrayList<>();
    AudioDecoder decoder =
        (file, rate, excerpts, sink) -> {
          rates.add(rate);
          return Fakes.decoder(12 * rate, true).decode(file, rate, excerpts, sink);
        };
    FeatureExtractor slow = Fakes.extractor();
    FeatureExtractor fast = new AtTwiceTheRate(slow);
    try (Listening listening =
        new Listening(
            decoder,
            List.of(new ModelInUse(genre, slow, 0.6), new ModelInUse(mood, fast, 0.6)),
            new VerdictRule(),
            Excerpts.WHOLE,
            new FrameStore(frames, 0))) {
      TrackScores scores = listening.listen(Fakes.track("song.mp3"), Optional.empty(), () -> true);
      assertThat(rates).containsExactly(10, 20);
      assertThat(scores.report().samples()).isEqualTo(120);
      assertThat(genre.windowLengths).containsExactly(6, 6);
      assertThat(mood.windowLengths).containsExactly(6, 6, 6, 6);
      assertThat(scores.windows().get(Task.MOOD).get(3).endSeconds()).isCloseTo(12, within(1e-9));
    }
  }

  /** Frames of the same name and as many samples, from samples that come twice as fast. */
  private record AtTwiceTheRate(FeatureExtractor own) implements FeatureExtractor {
    @Override
    public String id() {
      return own.id();
    }

    @Override
    public int sampleRate() {
      return 2 * own.sampleRate();
    }

    @Override
    public int dimensions() {
      return own.dimensions();
    }

    @Override
    public int hop() {
      return own.hop();
    }

    @Override
    public FeatureStream open(FrameSink sink) {
      return own.open(sink);
    }
  }

  @Test
  void closesItsModels() {
    listening(100, true).close();
    assertThat(genre.closed).isTrue();
    assertThat(mood.closed).isTrue();
  }

  private static HeardTrack hear(Listening listening, String name) throws Exception {
    return listening.conclude(
        Fakes.track(name), listening.listen(Fakes.track(name), Optional.empty(), () -> true));
  }

  private Listening listening(int samples, boolean complete) {
    return new Listening(
        Fakes.decoder(samples, complete),
        List.of(
            new ModelInUse(genre, Fakes.extractor(), 0.6),
            new ModelInUse(mood, Fakes.extractor(), 0.6)),
        new VerdictRule(),
        Excerpts.WHOLE,
        new FrameStore(frames, 0));
  }
}
