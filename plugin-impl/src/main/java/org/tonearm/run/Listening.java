package org.tonearm.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.verdict.VerdictRule;

/**
 * Decodes a track, turns it into frames, and lets every model hear the same frames. Thread-safe:
 * several tracks may be heard at a time, and their windows are scored together. Memory does not
 * grow with the length of a track, but for the scores of its windows.
 */
public final class Listening implements AutoCloseable {
  /** A broken stream is worth an analysis from this length on, or from one whole window. */
  static final double SHORTEST_BROKEN_SECONDS = 10;

  private final AudioDecoder decoder;
  private final List<ModelInUse> models;
  private final IdentityHashMap<ModelInUse, WindowBatches> batches = new IdentityHashMap<>();
  private final Conclusion conclusion;
  private final Excerpts excerpts;
  private final int sampleRate;

  /**
   * @param models at least one, at most one a task, of one sample rate; closed with this
   */
  public Listening(
      AudioDecoder decoder, List<ModelInUse> models, VerdictRule rule, Excerpts excerpts) {
    this.decoder = decoder;
    this.models = List.copyOf(models);
    this.excerpts = excerpts;
    List<Integer> rates =
        models.stream().map(model -> model.extractor().sampleRate()).distinct().toList();
    if (rates.size() != 1) {
      throw new IllegalArgumentException("models of one sample rate expected, not " + rates);
    }
    this.sampleRate = rates.get(0);
    this.conclusion = new Conclusion(this.models, rule, sampleRate);
    this.models.forEach(model -> batches.put(model, new WindowBatches(model.classifier())));
  }

  /** The models, in the order given. */
  public List<ModelInUse> models() {
    return models;
  }

  /**
   * Decodes one track and has every model score it.
   *
   * @throws DecodeException if it can't be decoded, or broke before enough of it was heard
   * @throws InterruptedException if the calling thread is interrupted
   */
  public TrackScores listen(Track track) throws DecodeException, InterruptedException {
    List<TrackScoring> scorings =
        models.stream().map(model -> new TrackScoring(model, batches.get(model))).toList();
    Ears ears = new Ears(scorings);
    DecodeReport report = decoder.decode(track.path(), sampleRate, excerpts, ears);
    ears.finish();
    double heardSeconds = (double) report.samples() / sampleRate;
    if (!report.complete() && !ears.heardWholeWindow() && heardSeconds < SHORTEST_BROKEN_SECONDS) {
      throw broken(track, heardSeconds);
    }
    Map<Task, List<WindowScore>> windows = new EnumMap<>(Task.class);
    for (TrackScoring scoring : scorings) {
      windows.put(scoring.model().classifier().info().task(), scoring.scores());
    }
    return new TrackScores(report, windows);
  }

  /** Decides what is told of a track. */
  public HeardTrack conclude(Track track, TrackScores scores) {
    return conclusion.of(track, scores);
  }

  /** Listens and decides. */
  public HeardTrack hear(Track track) throws DecodeException, InterruptedException {
    return conclude(track, listen(track));
  }

  @Override
  public void close() {
    models.forEach(model -> model.classifier().close());
  }

  private static DecodeException broken(Track track, double seconds) {
    return new DecodeException(
        "broken",
        String.format(
            Locale.ROOT,
            "%s: the audio breaks off after %.1f s, too early to tell anything.",
            track.path(),
            seconds),
        "Play the file to see if it is damaged; fetch it again from where it came.");
  }

  /** One extractor's stream over the current stretch, and who hears its frames. */
  private static final class Ear {
    final FeatureExtractor extractor;
    final List<WindowCutter> cutters = new ArrayList<>();
    FeatureStream stream;

    Ear(FeatureExtractor extractor) {
      this.extractor = extractor;
    }
  }

  /** Hands the samples of one track to its extractors. */
  private static final class Ears implements PcmSink {
    private final List<TrackScoring> scorings;
    private final Map<String, Ear> ears = new LinkedHashMap<>();

    Ears(List<TrackScoring> scorings) {
      this.scorings = scorings;
      for (TrackScoring scoring : scorings) {
        FeatureExtractor extractor = scoring.model().extractor();
        ears.computeIfAbsent(extractor.id(), id -> new Ear(extractor))
            .cutters
            .add(scoring.cutter());
      }
    }

    @Override
    public void begin(double startSeconds) {
      endStretch();
      for (Ear ear : ears.values()) {
        ear.cutters.forEach(cutter -> cutter.begin(startSeconds));
        ear.stream =
            ear.extractor.open(frame -> ear.cutters.forEach(cutter -> cutter.accept(frame)));
      }
    }

    @Override
    public void accept(float[] samples, int offset, int length) {
      ears.values().forEach(ear -> ear.stream.push(samples, offset, length));
    }

    void finish() {
      endStretch();
      scorings.forEach(TrackScoring::finish);
    }

    boolean heardWholeWindow() {
      return scorings.stream().allMatch(scoring -> scoring.cutter().wholeWindows() > 0);
    }

    private void endStretch() {
      for (Ear ear : ears.values()) {
        if (ear.stream != null) {
          ear.stream.finish();
          ear.stream = null;
        }
      }
    }
  }
}
