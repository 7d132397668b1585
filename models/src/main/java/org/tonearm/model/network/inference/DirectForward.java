package org.tonearm.model.network.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * The forward pass, written out: one matrix product a layer over all frames of a window, then the
 * recurrence.
 *
 * <p>Each window has products of its own, padded to the full window, so that every product has the
 * same shape and a window's output does not depend, to the bit, on what else is asked for.
 * Thread-safe. Holds the weights in native memory until closed. Sets OpenBLAS to one thread, for
 * the whole process: tracks run in parallel, not products.
 */
public final class DirectForward implements AutoCloseable {
  private final NetworkWeights network;
  private final List<FloatPointer> matrices;
  private final int widest;

  /** Copies the matrices into native memory. */
  public DirectForward(NetworkWeights network) {
    this.network = network;
    openblas.blas_set_num_threads(1);
    matrices = network.layers().stream().map(layer -> new FloatPointer(layer.weights())).toList();
    widest =
        network.layers().stream()
            .mapToInt(l -> Math.max(l.inputs(), l.units()))
            .max()
            .orElseThrow();
  }

  /** The network it runs. */
  public NetworkWeights network() {
    return network;
  }

  /**
   * Runs windows.
   *
   * @param windows each frames x inputs, 1 to {@link NetworkWeights#windowFrames()} frames; not
   *     changed, not kept
   * @return one output a window, in order
   */
  public List<NetworkOutput> forward(List<float[][]> windows) {
    List<NetworkOutput> outputs = new ArrayList<>(windows.size());
    try (Scratch scratch = new Scratch(network.windowFrames(), widest)) {
      for (float[][] window : windows) {
        outputs.add(forward(window, scratch));
      }
    }
    return outputs;
  }

  /** Frees the native memory; what runs meanwhile on other threads must have ended. */
  @Override
  public void close() {
    matrices.forEach(FloatPointer::close);
  }

  /** Room for one thread's window: the input and the product of a layer, and its heap copy. */
  private static final class Scratch implements AutoCloseable {
    final FloatPointer input;
    final FloatPointer product;
    final float[] values;

    Scratch(int frames, int widest) {
      values = new float[frames * widest];
      input = new FloatPointer((long) values.length);
      product = new FloatPointer((long) values.length);
    }

    @Override
    public void close() {
      input.close();
      product.close();
    }
  }

  private NetworkOutput forward(float[][] window, Scratch scratch) {
    int live = window.length;
    int frames = network.windowFrames();
    if (live < 1 || live > frames) {
      throw new IllegalArgumentException("expected 1 to " + frames + " frames, got " + live);
    }
    float[] values = scratch.values;
    int inputs = network.inputs();
    for (int t = 0; t < live; t++) {
      if (window[t].length != inputs) {
        throw new IllegalArgumentException(
            "expected " + inputs + " features a frame, got " + window[t].length);
      }
      System.arraycopy(window[t], 0, values, t * inputs, inputs);
    }
    Arrays.fill(values, live * inputs, frames * inputs, 0);
    for (int i = 0; i < matrices.size(); i++) {
      NetworkWeights.Recurrent layer = network.layers().get(i);
      scratch.input.put(values, 0, frames * layer.inputs());
      openblas.cblas_sgemm(
          openblas.CblasRowMajor,
          openblas.CblasNoTrans,
          openblas.CblasNoTrans,
          frames,
          layer.units(),
          layer.inputs(),
          1f,
          scratch.input,
          layer.inputs(),
          matrices.get(i),
          layer.units(),
          0f,
          scratch.product,
          layer.units());
      scratch.product.get(values, 0, frames * layer.units());
      recur(layer, values, live);
      Arrays.fill(values, live * layer.units(), frames * layer.units(), 0);
    }
    float[] embedding = pool(values, live, network.embedding() / 2);
    return new NetworkOutput(
        embedding, network.heads().stream().map(head -> logits(head, embedding)).toList());
  }

  private static void recur(NetworkWeights.Recurrent layer, float[] values, int frames) {
    int units = layer.units();
    float[] bias = layer.bias();
    float[] recurrent = layer.recurrent();
    float[] state = new float[units];
    float[] z = new float[units];
    for (int t = 0; t < frames; t++) {
      System.arraycopy(values, t * units, z, 0, units);
      step(z, bias, recurrent, state, units);
      System.arraycopy(state, 0, values, t * units, units);
    }
  }

  /** On whole arrays from index 0, which the JIT compiler of JDK 17 turns into vector code. */
  private static void step(float[] z, float[] bias, float[] recurrent, float[] state, int n) {
    for (int j = 0; j < n; j++) {
      state[j] = Math.max(0f, z[j] + bias[j] + recurrent[j] * state[j]);
    }
  }

  private static float[] pool(float[] values, int frames, int units) {
    double[] sums = new double[units];
    float[] pooled = new float[2 * units];
    for (int t = 0; t < frames; t++) {
      for (int j = 0; j < units; j++) {
        float value = values[t * units + j];
        sums[j] += value;
        pooled[units + j] = Math.max(pooled[units + j], value); // activations are at least 0
      }
    }
    for (int j = 0; j < units; j++) {
      pooled[j] = (float) (sums[j] / frames);
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
