package org.tonearm.model.network.lstm;

import static org.tonearm.model.network.gated.Loops.add;
import static org.tonearm.model.network.gated.Loops.addProduct;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.model.network.gated.Squash;
import org.tonearm.model.network.gated.TimeMajor;

/**
 * {@link LstmCells} in single precision: the one that trains and listens.
 *
 * <p>Each loop runs over whole arrays from index 0, into which a window's values are copied first:
 * with an offset in the index, the JIT compiler of JDK 17 makes no vector instructions of it. Sums
 * over a frame's windows are of single, sums over frames of double precision.
 */
final class FloatLstmCells implements LstmCells {
  private int windows;
  private int count;
  private float[][] bias;
  private float[][] peephole;
  private float[] gateStep = {};
  private float[] beforeStep = {};
  private float[] cellStep = {};
  private float[] hiddenStep = {};
  private float[] carriedStep = {};

  // one window's values at one frame
  private float[] i;
  private float[] f;
  private float[] o;
  private float[] g;
  private float[] before;
  private float[] cell;
  private float[] squashed;
  private float[] above;
  private float[] carried;

  // sums over the windows of a frame, and over frames: bias i, f, o, g, peepholes i, f, o
  private float[][] frameSums;
  private double[][] sums;

  @Override
  public void begin(int windowCount, INDArray biases, INDArray peepholes) {
    windows = windowCount;
    count = Math.toIntExact(biases.length() / 4);
    bias = split(biases.dup('c').data().asFloat(), 4);
    peephole = peepholes == null ? null : split(peepholes.dup('c').data().asFloat(), 3);
    int size = windows * count;
    if (cellStep.length < size) {
      gateStep = new float[4 * size];
      beforeStep = new float[size];
      cellStep = new float[size];
      hiddenStep = new float[size];
      carriedStep = new float[size];
    }
    if (i == null || i.length != count) {
      i = new float[count];
      f = new float[count];
      o = new float[count];
      g = new float[count];
      before = new float[count];
      cell = new float[count];
      squashed = new float[count];
      above = new float[count];
      carried = new float[count];
    }
  }

  private float[][] split(float[] values, int parts) {
    float[][] split = new float[parts][];
    for (int k = 0; k < parts; k++) {
      split[k] = Arrays.copyOfRange(values, k * count, (k + 1) * count);
    }
    return split;
  }

  @Override
  public void forward(
      int frame, TimeMajor gates, TimeMajor cells, TimeMajor hidden, boolean[] live) {
    gates.read(frame, gateStep);
    cells.read(frame, cellStep);
    for (int w = 0; w < windows; w++) {
      if (live == null || live[frame * windows + w]) {
        loadGates(w);
        System.arraycopy(cellStep, w * count, before, 0, count);
        window();
        storeGates(w);
        System.arraycopy(cell, 0, cellStep, w * count, count);
        System.arraycopy(squashed, 0, hiddenStep, w * count, count);
      } else {
        Arrays.fill(gateStep, w * 4 * count, (w + 1) * 4 * count, 0);
        Arrays.fill(cellStep, w * count, (w + 1) * count, 0);
        Arrays.fill(hiddenStep, w * count, (w + 1) * count, 0);
      }
    }
    gates.write(frame, gateStep);
    cells.write(frame + 1, cellStep);
    hidden.write(frame + 1, hiddenStep);
  }

  private void window() {
    add(i, bias[0], count);
    add(f, bias[1], count);
    add(o, bias[2], count);
    add(g, bias[3], count);
    if (peephole != null) {
      addProduct(i, peephole[0], before, count);
      addProduct(f, peephole[1], before, count);
    }
    Squash.sigmoid(i, count);
    Squash.sigmoid(f, count);
    Squash.tanh(g, count);
    remember(i, f, g, before, cell, count);
    if (peephole != null) {
      addProduct(o, peephole[2], cell, count);
    }
    Squash.sigmoid(o, count);
    System.arraycopy(cell, 0, squashed, 0, count);
    Squash.tanh(squashed, count);
    multiply(squashed, o, count);
  }

  @Override
  public void beginBack() {
    frameSums = new float[7][count];
    sums = new double[7][count];
    Arrays.fill(carriedStep, 0);
  }

  @Override
  public void backward(int frame, TimeMajor gates, TimeMajor cells, TimeMajor onHidden, int step) {
    gates.read(frame, gateStep);
    cells.read(frame, beforeStep);
    cells.read(frame + 1, cellStep);
    onHidden.read(step, hiddenStep);
    for (int w = 0; w < windows; w++) {
      loadGates(w);
      System.arraycopy(beforeStep, w * count, before, 0, count);
      System.arraycopy(cellStep, w * count, cell, 0, count);
      System.arraycopy(hiddenStep, w * count, above, 0, count);
      System.arraycopy(carriedStep, w * count, carried, 0, count);
      windowBack();
      storeGates(w);
      System.arraycopy(carried, 0, carriedStep, w * count, count);
    }
    gates.write(frame, gateStep);
    for (int k = 0; k < sums.length; k++) {
      for (int j = 0; j < count; j++) {
        sums[k][j] += frameSums[k][j];
      }
      Arrays.fill(frameSums[k], 0);
    }
  }

  /** Leaves the gradients of i, f, o and g before their functions in i, f, o and g. */
  private void windowBack() {
    System.arraycopy(cell, 0, squashed, 0, count);
    Squash.tanh(squashed, count);
    throughOutput(above, squashed, o, carried, count);
    if (peephole != null) {
      addProduct(carried, peephole[2], o, count);
      addProduct(frameSums[6], o, cell, count);
    }
    throughCell(i, f, g, before, carried, count);
    if (peephole != null) {
      addProduct(carried, peephole[0], i, count);
      addProduct(carried, peephole[1], f, count);
      addProduct(frameSums[4], i, before, count);
      addProduct(frameSums[5], f, before, count);
    }
    add(frameSums[0], i, count);
    add(frameSums[1], f, count);
    add(frameSums[2], o, count);
    add(frameSums[3], g, count);
  }

  @Override
  public void sums(INDArray onBias, INDArray onPeepholes) {
    onBias.assign(joined(0, 4));
    if (onPeepholes != null) {
      onPeepholes.assign(joined(4, 3));
    }
  }

  private INDArray joined(int first, int parts) {
    double[] joined = new double[parts * count];
    for (int k = 0; k < parts; k++) {
      System.arraycopy(sums[first + k], 0, joined, k * count, count);
    }
    return Nd4j.createFromArray(joined);
  }

  private void loadGates(int window) {
    int start = window * 4 * count;
    System.arraycopy(gateStep, start, i, 0, count);
    System.arraycopy(gateStep, start + count, f, 0, count);
    System.arraycopy(gateStep, start + 2 * count, o, 0, count);
    System.arraycopy(gateStep, start + 3 * count, g, 0, count);
  }

  private void storeGates(int window) {
    int start = window * 4 * count;
    System.arraycopy(i, 0, gateStep, start, count);
    System.arraycopy(f, 0, gateStep, start + count, count);
    System.arraycopy(o, 0, gateStep, start + 2 * count, count);
    System.arraycopy(g, 0, gateStep, start + 3 * count, count);
  }

  private static void multiply(float[] values, float[] factors, int n) {
    for (int j = 0; j < n; j++) {
      values[j] *= factors[j];
    }
  }

  private static void remember(
      float[] i, float[] f, float[] g, float[] before, float[] cell, int n) {
    for (int j = 0; j < n; j++) {
      cell[j] = f[j] * before[j] + i[j] * g[j];
    }
  }

  /** From the hidden value to o (before its sigmoid) and, added to what is carried, the cell. */
  private static void throughOutput(
      float[] above, float[] squashed, float[] o, float[] onCell, int n) {
    for (int j = 0; j < n; j++) {
      float onOutput = above[j] * o[j];
      onCell[j] += onOutput * (1f - squashed[j] * squashed[j]);
      o[j] = onOutput * squashed[j] * (1f - o[j]);
    }
  }

  /** From the cell to i, f and g (before their functions) and the cell of the frame before. */
  private static void throughCell(
      float[] i, float[] f, float[] g, float[] before, float[] onCell, int n) {
    for (int j = 0; j < n; j++) {
      float through = onCell[j];
      float input = i[j];
      float candidate = g[j];
      i[j] = through * candidate * input * (1f - input);
      g[j] = through * input * (1f - candidate * candidate);
      onCell[j] = through * f[j];
      f[j] = onCell[j] * before[j] * (1f - f[j]);
    }
  }
}
