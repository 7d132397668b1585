package org.tonearm.model.network.inference;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A recurrent layer at work: a matrix product over all rows of a window, then the recurrence. Each
 * window has a product of its own, padded to the full window, so that every product has the same
 * shape.
 */
abstract class FrameProduct extends DirectLayer {
  private final NetworkWeights.Layer layer;
  private final FloatPointer weights;

  FrameProduct(NetworkWeights.Layer layer) {
    this.layer = layer;
    this.weights = new FloatPointer(layer.weights());
  }

  @Override
  final void run(WindowGroup group) {
    for (int w = 0; w < group.windows(); w++) {
      float[] values = group.values[w];
      int length = group.live[w] * layer.inputs();
      Arrays.fill(values, length, group.rows * layer.inputs(), 0);
      group.input.put(values, 0, group.rows * layer.inputs());
      product(group.rows, layer.columns(), layer.inputs(), group.input, weights, group.product);
      group.product.get(values, 0, group.rows * layer.columns());
    }
    recur(group);
  }

  /** From the product's columns to the layer's states, in place. */
  abstract void recur(WindowGroup group);

  @Override
  public void close() {
    weights.close();
  }
}
