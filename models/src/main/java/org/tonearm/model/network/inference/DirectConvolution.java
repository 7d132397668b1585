package org.tonearm.model.network.inference;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A convolution at work: each position's surroundings side by side, one matrix product over all
 * positions of a window, then the maxima of blocks.
 */
final class DirectConvolution extends DirectLayer {
  private static final int SIDE = ConvolutionWeights.SIDE;

  private final ConvolutionWeights layer;
  private final FloatPointer weights;

  DirectConvolution(ConvolutionWeights layer) {
    this.layer = layer;
    this.weights = new FloatPointer(layer.weights());
  }

  @Override
  void run(WindowGroup group) {
    int times = group.rows * layer.steps();
    int positions = times * layer.bands();
    int taps = SIDE * SIDE * layer.channels();
    float[] padded = new float[(times + 2) * (layer.bands() + 2) * layer.channels()];
    float[] surroundings = new float[positions * taps];
    float[] sums = new float[positions * layer.maps()];
    try (FloatPointer a = new FloatPointer((long) surroundings.length);
        FloatPointer c = new FloatPointer((long) sums.length)) {
      for (int w = 0; w < group.windows(); w++) {
        int live = group.live[w] * layer.steps();
        pad(group.values[w], live, padded);
        unfold(padded, times, surroundings);
        a.put(surroundings, 0, surroundings.length);
        product(positions, layer.maps(), taps, a, weights, c);
        c.get(sums, 0, sums.length);
        pool(sums, live, group.values[w]);
        group.live[w] = ConvolutionWeights.halved(live);
      }
    }
    group.rows = ConvolutionWeights.halved(times);
  }

  /** Puts a band of zeros below and above each step, and silence around the steps that live. */
  private void pad(float[] values, int live, float[] padded) {
    int width = layer.bands() * layer.channels();
    int step = width + 2 * layer.channels();
    Arrays.fill(padded, 0);
    for (int t = 0; t < live; t++) {
      System.arraycopy(values, t * width, padded, (t + 1) * step + layer.channels(), width);
    }
  }

  private void unfold(float[] padded, int times, float[] surroundings) {
    int channels = layer.channels();
    int step = (layer.bands() + 2) * channels;
    int line = SIDE * channels;
    int to = 0;
    for (int t = 0; t < times; t++) {
      for (int band = 0; band < layer.bands(); band++) {
        int from = t * step + band * channels;
        for (int k = 0; k < SIDE; k++) {
          System.arraycopy(padded, from + k * step, surroundings, to, line);
          to += line;
        }
      }
    }
  }

  /** Maxima of 2 x 2 positions where there are as many, the bias, and ReLU. */
  private void pool(float[] sums, int live, float[] pooled) {
    int maps = layer.maps();
    int bands = layer.bands();
    float[] most = new float[maps];
    float[] next = new float[maps];
    int to = 0;
    for (int t = 0; t < live; t += 2) {
      for (int band = 0; band < bands; band += 2) {
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
        for (int i = t; i < Math.min(t + 2, live); i++) {
          for (int j = band; j < Math.min(band + 2, bands); j++) {
            System.arraycopy(sums, (i * bands + j) * maps, next, 0, maps);
            rise(most, next, maps);
          }
        }
        rectify(most, layer.bias(), maps);
        System.arraycopy(most, 0, pooled, to, maps);
        to += maps;
      }
    }
  }

  private static void rise(float[] most, float[] values, int n) {
    for (int j = 0; j < n; j++) {
      most[j] = Math.max(most[j], values[j]);
    }
  }

  private static void rectify(float[] values, float[] bias, int n) {
    for (int j = 0; j < n; j++) {
      values[j] = Math.max(0, values[j] + bias[j]);
    }
  }

  @Override
  public void close() {
    weights.close();
  }
}
