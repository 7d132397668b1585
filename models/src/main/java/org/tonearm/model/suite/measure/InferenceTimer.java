package org.tonearm.model.suite.measure;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongSupplier;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.feature.Frames;

/** Times a network over half a minute of noise, without its features. */
public final class InferenceTimer {
  private static final double SECONDS = 30;
  private static final int RUNS = 3;

  private final LongSupplier cpuNanos;

  /**
   * @param cpuNanos CPU time of the calling thread, in nanoseconds
   */
  public InferenceTimer(LongSupplier cpuNanos) {
    this.cpuNanos = cpuNanos;
  }

  /**
   * Half a minute of noise, the same each time.
   *
   * @param extractor of the feature that it stands for, asked for its shape alone
   */
  public static Frames halfMinute(FeatureExtractor extractor) {
    int frames = (int) Math.round(SECONDS * extractor.sampleRate() / extractor.hop());
    float[] values = new float[frames * extractor.dimensions()];
    Random random = new Random(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Frames(frames, extractor.dimensions(), values);
  }

  /**
   * CPU milliseconds: median of three runs after one that does not count.
   *
   * @param noise of 30 s
   */
  public double milliseconds(ClipHearing hearing, Frames noise) {
    hearing.outputs(noise);
    double[] times = new double[RUNS];
    for (int r = 0; r < RUNS; r++) {
      long begun = cpuNanos.getAsLong();
      hearing.outputs(noise);
      times[r] = (cpuNanos.getAsLong() - begun) / 1e6;
    }
    Arrays.sort(times);
    return times[RUNS / 2];
  }
}
