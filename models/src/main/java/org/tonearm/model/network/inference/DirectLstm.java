package org.tonearm.model.network.inference;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.tonearm.model.network.gated.Loops;
import org.tonearm.model.network.gated.Squash;

/**
 * An LSTM layer at work. The windows of a group go through time side by side, since a frame's
 * product with R costs little more for {@link WindowGroup#SIZE} windows than for one. There are
 * always that many rows, each summed in the same order, so that a window's states do not depend on
 * its neighbours.
 */
final class DirectLstm extends FrameProduct {
  private final NetworkWeights.Lstm layer;
  private final FloatPointer recurrent;

  DirectLstm(NetworkWeights.Lstm layer) {
    super(layer);
    this.layer = layer;
    this.recurrent = new FloatPointer(layer.recurrent());
  }

  @Override
  void recur(WindowGroup group) {
    int units = layer.units();
    int columns = layer.columns();
    Cell[] cells = new Cell[group.windows()];
    Arrays.setAll(cells, w -> new Cell(units));
    float[] hidden = new float[WindowGroup.SIZE * units];
    float[] fromHidden = new float[WindowGroup.SIZE * columns];
    try (FloatPointer a = new FloatPointer((long) hidden.length);
        FloatPointer c = new FloatPointer((long) fromHidden.length)) {
      int longest = group.longest();
      for (int t = 0; t < longest; t++) {
        if (t > 0) {
          a.put(hidden, 0, hidden.length);
          product(WindowGroup.SIZE, columns, units, a, recurrent, c);
          c.get(fromHidden, 0, fromHidden.length);
        }
        for (int w = 0; w < cells.length; w++) {
          if (t < group.live[w]) {
            float[] state = cells[w].step(group.values[w], t, fromHidden, w, layer.bias());
            System.arraycopy(state, 0, hidden, w * units, units);
            // Narrower than the product's row: what is not yet read lies behind.
            System.arraycopy(state, 0, group.values[w], t * units, units);
          }
        }
      }
    }
  }

  @Override
  public void close() {
    super.close();
    recurrent.close();
  }

  /** The cells of one window. The loops run from index 0, which the JIT compiler wants. */
  private static final class Cell {
    private final int units;
    private final float[][] gates;
    private final float[] part;
    private final float[] cell;
    private final float[] state;

    Cell(int units) {
      this.units = units;
      gates = new float[NetworkWeights.Lstm.GATES][units];
      part = new float[units];
      cell = new float[units];
      state = new float[units];
    }

    /** The state after a frame; the same array each time. */
    float[] step(float[] product, int frame, float[] fromHidden, int window, float[] bias) {
      int columns = gates.length * units;
      for (int k = 0; k < gates.length; k++) {
        System.arraycopy(product, frame * columns + k * units, gates[k], 0, units);
        System.arraycopy(fromHidden, window * columns + k * units, part, 0, units);
        Loops.add(gates[k], part, units);
        System.arraycopy(bias, k * units, part, 0, units);
        Loops.add(gates[k], part, units);
      }
      Squash.sigmoid(gates[0], units);
      Squash.sigmoid(gates[1], units);
      Squash.sigmoid(gates[2], units);
      Squash.tanh(gates[3], units);
      remember(gates[0], gates[1], gates[3], cell, units);
      System.arraycopy(cell, 0, state, 0, units);
      Squash.tanh(state, units);
      multiply(state, gates[2], units);
      return state;
    }

    private static void remember(float[] input, float[] forget, float[] g, float[] cell, int n) {
      for (int j = 0; j < n; j++) {
        cell[j] = forget[j] * cell[j] + input[j] * g[j];
      }
    }

    private static void multiply(float[] values, float[] factors, int n) {
      for (int j = 0; j < n; j++) {
        values[j] *= factors[j];
      }
    }
  }
}
