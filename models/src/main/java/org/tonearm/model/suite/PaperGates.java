package org.tonearm.model.suite;

import java.util.List;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.classifier.MusicGate;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.scattering.Scattering16kExtractor;
import org.tonearm.model.feature.scattering.ScatteringExtractor;
import org.tonearm.model.training.GateTraining;

/** Trains the gate of a model on the frames that its network hears. */
@FunctionalInterface
public interface PaperGates {
  /** Clips of music that a gate learns from, at most. */
  int CLIPS = 700;

  /**
   * Trains it.
   *
   * @param extractor of the frames
   * @param music clips of music
   * @param others recordings that are no music; may be empty
   */
  MusicGate train(FeatureExtractor extractor, List<Frames> music, List<Frames> others);

  /** Gates on the scattering transform, as the shipped models have them. */
  static PaperGates scattering() {
    return (extractor, music, others) -> training(extractor).train(music, others);
  }

  private static GateTraining training(FeatureExtractor extractor) {
    int variants = 10;
    if (extractor instanceof ScatteringExtractor scattering) {
      return new GateTraining(scattering, variants, CLIPS);
    }
    if (extractor instanceof Scattering16kExtractor scattering) {
      return new GateTraining(scattering, variants, CLIPS);
    }
    throw new IllegalArgumentException("expected a scattering transform, got " + extractor.id());
  }
}
