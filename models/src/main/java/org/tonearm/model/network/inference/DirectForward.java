package org.tonearm.model.network.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * The forward pass, written out: convolutions where the network has some, then one matrix product a
 * layer over all frames of a window, and the recurrence.
 *
 * <p>All products have fixed shapes, filled up with zeros where there are fewer frames or windows,
 * so that a window's output does not depend, to the bit, on what else is asked for. Thread-safe.
 * Holds the weights in native memory until closed. Sets OpenBLAS to one thread, for the whole
 * process: tracks run in parallel, not products.
 */
public final class DirectForward implements AutoCloseable {
  private final NetworkWeights network;
  private final List<DirectLayer> layers;

  /** Copies the matrices into native memory. */
  public DirectForward(NetworkWeights network) {
    this.network = network;
    openblas_nolapack.blas_set_num_threads(1);
    layers = network.layers().stream().map(DirectLayer::of).toList();
  }

  /** The network it runs. */
  public NetworkWeights network() {
    return network;
  }

  /**
   * Runs windows. Many at a time cost less each than one by one where there are LSTM layers.
   *
   * @param windows each frames x inputs, 1 to {@link NetworkWeights#windowFrames()} frames; not
   *     changed, not kept
   * @return one output a window, in order
   */
  public List<NetworkOutput> forward(List<float[][]> windows) {
    List<NetworkOutput> outputs = new ArrayList<>(windows.size());
    try (WindowGroup group = new WindowGroup(network, windows.size())) {
      for (int from = 0; from < windows.size(); from += WindowGroup.SIZE) {
        int to = Math.min(from + WindowGroup.SIZE, windows.size());
        fill(group, windows.subList(from, to));
        layers.forEach(layer -> layer.run(group));
        for (int w = 0; w < to - from; w++) {
          outputs.add(output(group.values[w], group.live[w]));
        }
      }
    }
    return outputs;
  }

  /** Frees the native memory; what runs meanwhile on other threads must have ended. */
  @Override
  public void close() {
    layers.forEach(DirectLayer::close);
  }

  private void fill(WindowGroup group, List<float[][]> windows) {
    Arrays.fill(group.live, 0);
    group.rows = group.frames;
    for (int w = 0; w < windows.size(); w++) {
      float[][] window = windows.get(w);
      if (window.length < 1 || window.length > group.frames) {
        throw new IllegalArgumentException(
            "expected 1 to " + group.frames + " frames, got " + window.length);
      }
      int inputs = network.inputs();
      for (int t = 0; t < window.length; t++) {
        if (window[t].length != inputs) {
          throw new IllegalArgumentException(
              "expected " + inputs + " features a frame, got " + window[t].length);
        }
        System.arraycopy(window[t], 0, group.values[w], t * inputs, inputs);
      }
      group.live[w] = window.length;
    }
  }

  private NetworkOutput output(float[] values, int live) {
    int units = network.layers().get(network.layers().size() - 1).units();
    float[] embedding = pool(network.pooling(), values, live, units);
    return new NetworkOutput(
        embedding, network.heads().stream().map(head -> logits(head, embedding)).toList());
  }

  private static float[] pool(
      NetworkWeights.Pooling pooling, float[] values, int frames, int units) {
    float[] pooled = new float[pooling.perUnit() * units];
    double[] sums = new double[units];
    for (int t = 0; t < frames; t++) {
      for (int j = 0; j < units; j++) {
        sums[j] += values[t * units + j];
      }
    }
    for (int j = 0; j < units; j++) {
      pooled[j] = (float) (sums[j] / frames);
    }
    if (pooling == NetworkWeights.Pooling.MEAN_MAX) {
      System.arraycopy(values, 0, pooled, units, units); // an LSTM's states may be below 0
      for (int t = 1; t < frames; t++) {
        for (int j = 0; j < units; j++) {
          pooled[units + j] = Math.max(pooled[units + j], values[t * units + j]);
        }
      }
    }
    return pooled;
  }

  private static float[] logits(NetworkWeights.Output head, float[] embedding) {
    double[] sums = new double[head.outputs()];
    for (int i = 0; i < embedding.length; i++) {
      for (int k = 0; k < sums.length; k++) {
        sums[k] += embedding[i] * head.weights()[i * sums.length + k];
      }
    }
    float[] logits = new float[sums.length];
    for (int k = 0; k < sums.length; k++) {
      logits[k] = (float) (sums[k] + head.bias()[k]);
    }
    return logits;
  }
}
