package org.tonearm.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.classifier.MusicGate;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.scattering.ScatteringExtractor;
import org.tonearm.model.nonmusic.NonMusic;
import org.tonearm.model.statistics.WindowStatistics;

class GateTrainingTest {
  private static final int RATE = 22_050;
  private static final int SECONDS = 4;
  private static final long UNSEEN = 1000;

  private final ScatteringExtractor extractor = new ScatteringExtractor();

  @Test
  void toldByAFewPiecesItTellsUnseenOnesFromUnseenSounds() {
    GateTraining training = new GateTraining(extractor, 3, 24);
    List<Frames> pieces = new ArrayList<>();
    for (int seed = 0; seed < 24; seed++) {
      pieces.add(frames(piece(seed)));
    }
    MusicGate gate = training.train(pieces, List.of());

    int passed = 0;
    for (int seed = 0; seed < 10; seed++) {
      passed += isMusic(gate, frames(piece(UNSEEN + seed))) ? 1 : 0;
    }
    int abstained = 0;
    for (NonMusic kind : NonMusic.values()) {
      abstained += isMusic(gate, training.frames(kind, UNSEEN, SECONDS)) ? 0 : 1;
    }
    assertThat(passed).isGreaterThanOrEqualTo(9);
    assertThat(abstained).isGreaterThanOrEqualTo(NonMusic.values().length - 2);
  }

  private static boolean isMusic(MusicGate gate, Frames frames) {
    return gate.music(WindowStatistics.of(frames)) >= 0.5;
  }

  private Frames frames(float[] samples) {
    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = extractor.open(frames::add);
    stream.push(samples, 0, samples.length);
    stream.finish();
    return Frames.of(frames, extractor.dimensions());
  }

  /** Chords of plucked harmonics on a beat, with a drum. */
  private static float[] piece(long seed) {
    Random random = new Random(seed);
    float[] out = new float[SECONDS * RATE];
    int beat = (int) (RATE * (0.3 + 0.3 * random.nextDouble()));
    double root = 110 * Math.pow(2, random.nextDouble());
    int[] steps = {0, 4, 7, 12, 16};
    for (int at = 0; at < out.length; at += beat) {
      double chord = root * Math.pow(2, random.nextInt(8) / 12.0);
      for (int step : steps) {
        for (int harmonic = 1; harmonic <= 6; harmonic++) {
          double hertz = chord * Math.pow(2, step / 12.0) * harmonic;
          for (int i = at; i < out.length; i++) {
            double t = (double) (i - at) / RATE;
            if (t > 1) {
              break;
            }
            double ring = Math.exp(-3 * t * harmonic) / harmonic;
            out[i] += (float) (0.03 * ring * Math.sin(2 * Math.PI * hertz * t));
          }
        }
      }
      for (int i = at; i < Math.min(out.length, at + RATE / 8); i++) {
        double t = (double) (i - at) / RATE;
        out[i] += (float) (0.3 * Math.exp(-30 * t) * Math.sin(2 * Math.PI * 60 * t));
        out[i] += (float) (0.05 * Math.exp(-60 * t) * random.nextGaussian());
      }
    }
    return out;
  }
}
