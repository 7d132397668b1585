package org.tonearm.model.network.inference;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.tonearm.model.network.gated.Loops;
import org.tonearm.model.network.gated.Squash;

/**
 * GRU layers of both directions at work, the windows of a group side by side as in {@link
 * DirectLstm}.
 */
final class DirectGru extends FrameProduct {
  private final GruWeights layer;
  private final FloatPointer[] recurrent;

  DirectGru(GruWeights layer) {
    super(layer);
    this.layer = layer;
    int length = layer.recurrent().length / GruWeights.WAYS;
    recurrent = new FloatPointer[GruWeights.WAYS];
    for (int way = 0; way < recurrent.length; way++) {
      recurrent[way] =
          new FloatPointer(Arrays.copyOfRange(layer.recurrent(), way * length, (way + 1) * length));
    }
  }

  @Override
  void recur(WindowGroup group) {
    float[][] states = new float[group.windows()][group.rows * layer.units()];
    for (int way = 0; way < GruWeights.WAYS; way++) {
      go(way, group, states);
    }
    for (int w = 0; w < states.length; w++) {
      System.arraycopy(states[w], 0, group.values[w], 0, group.live[w] * layer.units());
    }
  }

  private void go(int way, WindowGroup group, float[][] states) {
    int width = layer.width();
    int columns = GruWeights.GATES * width;
    Units[] units = new Units[states.length];
    Arrays.setAll(units, w -> new Units(layer, way));
    float[] hidden = new float[WindowGroup.SIZE * width];
    float[] fromHidden = new float[WindowGroup.SIZE * columns];
    int longest = group.longest();
    try (FloatPointer a = new FloatPointer((long) hidden.length);
        FloatPointer c = new FloatPointer((long) fromHidden.length)) {
      for (int t = 0; t < longest; t++) {
        if (t > 0) {
          a.put(hidden, 0, hidden.length);
          product(WindowGroup.SIZE, columns, width, a, recurrent[way], c);
          c.get(fromHidden, 0, fromHidden.length);
        }
        for (int w = 0; w < units.length; w++) {
          if (t < group.live[w]) {
            int row = way == 0 ? t : group.live[w] - 1 - t;
            float[] state = units[w].step(group.values[w], row, fromHidden, w);
            System.arraycopy(state, 0, hidden, w * width, width);
            System.arraycopy(state, 0, states[w], row * layer.units() + way * width, width);
          }
        }
      }
    }
  }

  @Override
  public void close() {
    super.close();
    for (FloatPointer matrix : recurrent) {
      matrix.close();
    }
  }

  /** The units of one window and way. The loops run from index 0, which the JIT compiler wants. */
  private static final class Units {
    private final int width;
    private final int from;
    private final int pitch;
    private final float[][] bias = new float[GruWeights.GATES + 1][];
    private final float[] reset;
    private final float[] update;
    private final float[] candidate;
    private final float[] part;
    private final float[] state;

    Units(GruWeights layer, int way) {
      width = layer.width();
      pitch = layer.columns();
      from = way * GruWeights.GATES * width;
      for (int k = 0; k < GruWeights.GATES; k++) {
        bias[k] = Arrays.copyOfRange(layer.bias(), from + k * width, from + (k + 1) * width);
      }
      int last = GruWeights.WAYS * GruWeights.GATES * width + way * width;
      bias[GruWeights.GATES] = Arrays.copyOfRange(layer.bias(), last, last + width);
      reset = new float[width];
      update = new float[width];
      candidate = new float[width];
      part = new float[width];
      state = new float[width];
    }

    /** The state after a row; the same array each time. */
    float[] step(float[] product, int row, float[] fromHidden, int window) {
      gate(reset, 0, product, row, fromHidden, window);
      gate(update, 1, product, row, fromHidden, window);
      hidden(2, fromHidden, window);
      Loops.add(part, bias[GruWeights.GATES], width);
      multiply(part, reset, width);
      input(candidate, 2, product, row);
      Loops.add(candidate, part, width);
      Squash.tanh(candidate, width);
      mix(state, candidate, update, width);
      return state;
    }

    private void gate(
        float[] gate, int number, float[] product, int row, float[] fromHidden, int window) {
      input(gate, number, product, row);
      hidden(number, fromHidden, window);
      Loops.add(gate, part, width);
      Squash.sigmoid(gate, width);
    }

    private void input(float[] gate, int number, float[] product, int row) {
      System.arraycopy(product, row * pitch + from + number * width, gate, 0, width);
      Loops.add(gate, bias[number], width);
    }

    private void hidden(int number, float[] fromHidden, int window) {
      int columns = GruWeights.GATES * width;
      System.arraycopy(fromHidden, window * columns + number * width, part, 0, width);
    }

    private static void multiply(float[] values, float[] factors, int n) {
      for (int j = 0; j < n; j++) {
        values[j] *= factors[j];
      }
    }

    private static void mix(float[] state, float[] candidate, float[] update, int n) {
      for (int j = 0; j < n; j++) {
        state[j] = candidate[j] + update[j] * (state[j] - candidate[j]);
      }
    }
  }
}
