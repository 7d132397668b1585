package org.tonearm.model.feature.scattering;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tonearm.api.feature.FeatureStream;

/** Test signals, and the way through a stream. */
final class Signals {
  private Signals() {}

  /**
   * Two decaying chords a second over noise that swells and fades: close to music in its spectrum.
   */
  static float[] music(int length, long seed) {
    Random random = new Random(seed);
    double[] pitches = {55, 110.5, 164.8, 221, 329.6, 658, 1320, 2637, 5274};
    float[] signal = new float[length];
    double pink = 0;
    for (int t = 0; t < length; t++) {
      double decay = Math.exp(-(t % 11_025) / 3000.0);
      double sum = 0;
      for (int p = 0; p < pitches.length; p++) {
        double detuned = pitches[p] * (1 + 0.06 * (t / 11_025 % 5));
        sum += Math.sin(2 * Math.PI * detuned * t / 22_050) / (1 + p);
      }
      pink = 0.97 * pink + 0.05 * random.nextGaussian();
      double swell = 1 + 0.9 * Math.sin(2 * Math.PI * 0.7 * t / 22_050);
      signal[t] = (float) (0.2 * decay * sum + 0.3 * swell * pink + 0.01 * random.nextGaussian());
    }
    return signal;
  }

  /** White noise. */
  static float[] noise(int length, long seed) {
    Random random = new Random(seed);
    float[] signal = new float[length];
    for (int t = 0; t < length; t++) {
      signal[t] = (float) (0.1 * random.nextGaussian());
    }
    return signal;
  }

  /** The frames of a signal pushed at once. */
  static List<float[]> frames(ScatteringExtractor extractor, float[] signal) {
    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = extractor.open(frames::add);
    stream.push(signal, 0, signal.length);
    stream.finish();
    return frames;
  }

  /** The same without renormalisation and logarithm. */
  static List<float[]> coefficients(ScatteringExtractor extractor, float[] signal) {
    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = extractor.openCoefficients(frames::add);
    stream.push(signal, 0, signal.length);
    stream.finish();
    return frames;
  }
}
