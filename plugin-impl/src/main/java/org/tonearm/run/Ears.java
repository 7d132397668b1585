package org.tonearm.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.library.index.FrameRecording;

/** Hands the samples of one track to its extractors, and their frames to the models. */
final class Ears implements PcmSink {

  /** One extractor's stream over the current stretch, and who hears its frames. */
  private static final class Ear {
    final FeatureExtractor extractor;
    final List<WindowCutter> cutters = new ArrayList<>();
    FeatureStream stream;

    Ear(FeatureExtractor extractor) {
      this.extractor = extractor;
    }
  }

  private final Map<String, Ear> ears = new LinkedHashMap<>();
  private final FrameRecording recording;

  /**
   * @param recording keeps the frames; asked only where there is one extractor
   */
  Ears(List<TrackScoring> scorings, FrameRecording recording) {
    this.recording = recording;
    for (TrackScoring scoring : scorings) {
      FeatureExtractor extractor = scoring.model().extractor();
      ears.computeIfAbsent(extractor.id(), id -> new Ear(extractor)).cutters.add(scoring.cutter());
    }
  }

  @Override
  public void begin(double startSeconds) {
    finish();
    recording.begin(startSeconds);
    for (Ear ear : ears.values()) {
      ear.cutters.forEach(cutter -> cutter.begin(startSeconds));
      ear.stream = ear.extractor.open(frame -> hear(ear, frame));
    }
  }

  @Override
  public void accept(float[] samples, int offset, int length) {
    ears.values().forEach(ear -> ear.stream.push(samples, offset, length));
  }

  /** The track, or a stretch of it, is over. */
  void finish() {
    for (Ear ear : ears.values()) {
      if (ear.stream != null) {
        ear.stream.finish();
        ear.stream = null;
      }
    }
  }

  private void hear(Ear ear, float[] frame) {
    recording.frame(frame);
    ear.cutters.forEach(cutter -> cutter.accept(frame));
  }
}
