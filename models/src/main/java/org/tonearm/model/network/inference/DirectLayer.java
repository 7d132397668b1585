package org.tonearm.model.network.inference;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * One layer at work: a matrix product over all frames of a window, then the recurrence. Each window
 * has a product of its own, padded to the full window, so that every product has the same shape.
 * Thread-safe; holds its matrices in native memory until closed.
 */
abstract class DirectLayer implements AutoCloseable {
  private final NetworkWeights.Layer layer;
  private final FloatPointer weights;

  DirectLayer(NetworkWeights.Layer layer) {
    this.layer = layer;
    this.weights = new FloatPointer(layer.weights());
  }

  /** The one for a layer's kind. */
  static DirectLayer of(NetworkWeights.Layer layer) {
    if (layer instanceof NetworkWeights.Lstm lstm) {
      return new DirectLstm(lstm);
    }
    return new DirectIndRnn((NetworkWeights.Recurrent) layer);
  }

  /** Replaces each window's values, frames x inputs, by frames x units. */
  final void run(WindowGroup group) {
    for (int w = 0; w < group.windows(); w++) {
      float[] values = group.values[w];
      int length = group.live[w] * layer.inputs();
      Arrays.fill(values, length, group.frames * layer.inputs(), 0);
      group.input.put(values, 0, group.frames * layer.inputs());
      product(group.frames, layer.columns(), layer.inputs(), group.input, weights, group.product);
      group.product.get(values, 0, group.frames * layer.columns());
    }
    recur(group);
  }

  /** From the product's columns to the layer's states, in place. */
  abstract void recur(WindowGroup group);

  @Override
  public void close() {
    weights.close();
  }

  /** c = a b, row by row: rows x inner times inner x columns. */
  static void product(
      int rows, int columns, int inner, FloatPointer a, FloatPointer b, FloatPointer c) {
    openblas_nolapack.cblas_sgemm(
        openblas_nolapack.CblasRowMajor,
        openblas_nolapack.CblasNoTrans,
        openblas_nolapack.CblasNoTrans,
        rows,
        columns,
        inner,
        1f,
        a,
        inner,
        b,
        columns,
        0f,
        c,
        columns);
  }
}
