package org.tonearm.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.library.index.Fingerprint;
import org.tonearm.library.index.FrameKey;
import org.tonearm.library.index.FrameRecording;
import org.tonearm.library.index.FrameStore;
import org.tonearm.model.verdict.VerdictRule;

/**
 * Decodes a track, turns it into frames, and lets every model hear the same frames; models of
 * another sample rate hear it in a decode of their own. Thread-safe: several tracks may be heard at
 * a time, and their windows are scored together. Memory does not grow with the length of a track,
 * but for the scores of its windows.
 */
public final class Listening implements AutoCloseable {
  /** A broken stream is worth an analysis from this length on, or from one whole window. */
  static final double SHORTEST_BROKEN_SECONDS = 10;

  private final AudioDecoder decoder;
  private final List<ModelInUse> models;
  private final IdentityHashMap<ModelInUse, WindowBatches> batches = new IdentityHashMap<>();
  private final Conclusion conclusion;
  private final Excerpts excerpts;
  private final FrameStore frames;
  private final int sampleRate;

  /** Without sub-genres. */
  public Listening(
      AudioDecoder decoder,
      List<ModelInUse> models,
      VerdictRule rule,
      Excerpts excerpts,
      FrameStore frames) {
    this(decoder, models, rule, excerpts, frames, false);
  }

  /**
   * @param models at least one, at most one a task; closed with this
   * @param frames where the frames of tracks are kept
   * @param subgenres whether to tell what was heard below a label
   */
  public Listening(
      AudioDecoder decoder,
      List<ModelInUse> models,
      VerdictRule rule,
      Excerpts excerpts,
      FrameStore frames,
      boolean subgenres) {
    this.decoder = decoder;
    this.models = List.copyOf(models);
    this.excerpts = excerpts;
    this.frames = frames;
    this.sampleRate = this.models.get(0).extractor().sampleRate();
    this.conclusion = new Conclusion(this.models, rule, sampleRate, subgenres);
    this.models.forEach(model -> batches.put(model, new WindowBatches(model.classifier())));
  }

  /** The models, in the order given. */
  public List<ModelInUse> models() {
    return models;
  }

  /**
   * Has every model score one track: from frames that were kept when it was heard before, else by
   * decoding it.
   *
   * @param audio its fingerprint, by which its frames are kept; empty to keep none
   * @param still asked at the end whether the file is the one of that fingerprint yet; frames of
   *     another one are not kept
   * @return with a report whose samples count at the first model's rate
   * @throws DecodeException if it can't be decoded, or broke before enough of it was heard
   * @throws InterruptedException if the calling thread is interrupted
   */
  public TrackScores listen(Track track, Optional<Fingerprint> audio, BooleanSupplier still)
      throws DecodeException, InterruptedException {
    List<TrackScoring> scorings =
        models.stream().map(model -> new TrackScoring(model, batches.get(model))).toList();
    Map<Integer, List<TrackScoring>> byRate =
        scorings.stream()
            .collect(
                Collectors.groupingBy(
                    scoring -> scoring.model().extractor().sampleRate(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<DecodeReport> reports = new ArrayList<>();
    for (List<TrackScoring> group : byRate.values()) {
      reports.add(hear(track, group, audio, still));
    }
    scorings.forEach(TrackScoring::finish);
    DecodeReport report = joined(reports);
    double heardSeconds = (double) report.samples() / sampleRate;
    boolean wholeWindow = scorings.stream().allMatch(s -> s.cutter().wholeWindows() > 0);
    if (!report.complete() && !wholeWindow && heardSeconds < SHORTEST_BROKEN_SECONDS) {
      throw broken(track, heardSeconds);
    }
    Map<Task, List<WindowScore>> windows = new EnumMap<>(Task.class);
    for (TrackScoring scoring : scorings) {
      windows.put(scoring.model().classifier().info().task(), scoring.scores());
    }
    return new TrackScores(report, windows);
  }

  /** Has models of one sample rate hear a track. */
  private DecodeReport hear(
      Track track, List<TrackScoring> scorings, Optional<Fingerprint> audio, BooleanSupplier still)
      throws DecodeException, InterruptedException {
    Optional<FrameKey> key = audio.flatMap(fingerprint -> frameKey(fingerprint, scorings));
    Optional<DecodeReport> known = key.flatMap(k -> frames.play(k, new KeptFrames(scorings)));
    return known.isPresent() ? known.get() : decode(track, scorings, key, still);
  }

  /** The first, complete if all are. */
  private static DecodeReport joined(List<DecodeReport> reports) {
    DecodeReport first = reports.get(0);
    return new DecodeReport(
        first.samples(),
        first.durationSeconds(),
        reports.stream().allMatch(DecodeReport::complete),
        first.format(),
        first.warnings());
  }

  private DecodeReport decode(
      Track track, List<TrackScoring> scorings, Optional<FrameKey> key, BooleanSupplier still)
      throws DecodeException, InterruptedException {
    FeatureExtractor extractor = scorings.get(0).model().extractor();
    try (FrameRecording recording =
        key.map(k -> frames.record(k, extractor.dimensions())).orElseGet(FrameRecording::none)) {
      Ears ears = new Ears(scorings, recording);
      DecodeReport report = decoder.decode(track.path(), extractor.sampleRate(), excerpts, ears);
      ears.finish();
      if (report.complete() && still.getAsBoolean()) {
        recording.commit(report);
      }
      return report;
    }
  }

  /** Frames are kept where all models of a rate take the same ones. */
  private Optional<FrameKey> frameKey(Fingerprint audio, List<TrackScoring> scorings) {
    List<String> extractors =
        scorings.stream().map(scoring -> scoring.model().extractor().id()).distinct().toList();
    return extractors.size() == 1
        ? Optional.of(new FrameKey(audio, extractors.get(0), excerpts))
        : Optional.empty();
  }

  /** Decides what is told of a track. */
  public HeardTrack conclude(Track track, TrackScores scores) {
    return conclusion.of(track, scores);
  }

  /** Which parts of a track are heard. */
  public Excerpts excerpts() {
    return excerpts;
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
}
