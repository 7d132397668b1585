package org.tonearm.model.suite.measure;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongSupplier;
import org.tonearm.model.feature.Frames;

/** Times a network over half a minute of noise, without its features. */
public final class InferenceTimer {
  private static final int RUNS = 3;

  private final LongSupplier cpuNanos;

  /**
   * @param cpuNanos CPU time of the calling thread, in nanoseconds
   */
  public InferenceTimer(LongSupplier cpuNanos) {
    this.cpuNanos = cpuNanos;
  }

  /**
   * CPU milliseconds: median of three runs after one that does not count.
   *
   * @param frames of 30 s
   * @param dimensions values a frame
   */
  public double milliseconds(ClipHearing hearing, int frames, int dimensions) {
    float[] values = new float[frames * dimensions];
    Random random = new Random(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    Frames noise = new Frames(frames, dimensions, values);
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
