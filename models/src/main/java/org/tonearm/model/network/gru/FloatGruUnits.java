package org.tonearm.model.network.gru;

import static org.tonearm.model.network.gated.Loops.add;
import static org.tonearm.model.network.gated.Loops.addProduct;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.model.network.gated.Squash;
import org.tonearm.model.network.gated.TimeMajor;

/**
 * {@link GruUnits} in single precision: the one that trains and listens. Its loops run over whole
 * arrays from index 0, as the JIT compiler of JDK 17 needs it to make vector instructions of them.
 */
final class FloatGruUnits implements GruUnits {
  private int windows;
  private int count;
  private float[][] bias;
  private float[] recurrentBias;
  private float[] gateStep = {};
  private float[] productStep = {};
  private float[] stateStep = {};
  private float[] aboveStep = {};
  private float[] carriedStep = {};

  // one window's values at one frame
  private float[] reset;
  private float[] update;
  private float[] candidate;
  private float[] product;
  private float[] state;
  private float[] above;
  private float[] carried;

  private double[] onBias;
  private double[] onRecurrentBias;

  @Override
  public void begin(int windowCount, INDArray biases, INDArray recurrentBiases) {
    windows = windowCount;
    count = Math.toIntExact(recurrentBiases.length());
    float[] joined = biases.dup('c').data().asFloat();
    bias = new float[3][];
    for (int k = 0; k < 3; k++) {
      bias[k] = Arrays.copyOfRange(joined, k * count, (k + 1) * count);
    }
    recurrentBias = recurrentBiases.dup('c').data().asFloat();
    int size = windows * count;
    if (stateStep.length < size) {
      gateStep = new float[3 * size];
      productStep = new float[3 * size];
      stateStep = new float[size];
      aboveStep = new float[size];
      carriedStep = new float[size];
    }
    if (state == null || state.length != count) {
      reset = new float[count];
      update = new float[count];
      candidate = new float[count];
      product = new float[count];
      state = new float[count];
      above = new float[count];
      carried = new float[count];
    }
  }

  @Override
  public void forward(
      int frame, TimeMajor gates, TimeMajor products, TimeMajor states, boolean[] live) {
    gates.read(frame, gateStep);
    products.read(frame, productStep);
    states.read(frame, stateStep);
    for (int w = 0; w < windows; w++) {
      if (live == null || live[frame * windows + w]) {
        window(w);
      } else {
        int start = w * 3 * count;
        Arrays.fill(gateStep, start, start + 2 * count, 0);
        Arrays.fill(gateStep, start + 2 * count, start + 3 * count, 1); // where tanh is flat
        Arrays.fill(stateStep, w * count, (w + 1) * count, 0);
      }
    }
    gates.write(frame, gateStep);
    products.write(frame, productStep);
    states.write(frame + 1, stateStep);
  }

  private void window(int w) {
    load(gateStep, 0, w, reset, bias[0]);
    load(productStep, 0, w, product, null);
    add(reset, product, count);
    Squash.sigmoid(reset, count);
    load(gateStep, 1, w, update, bias[1]);
    load(productStep, 1, w, product, null);
    add(update, product, count);
    Squash.sigmoid(update, count);
    load(gateStep, 2, w, candidate, bias[2]);
    load(productStep, 2, w, product, recurrentBias);
    addProduct(candidate, reset, product, count);
    Squash.tanh(candidate, count);
    System.arraycopy(stateStep, w * count, state, 0, count);
    blend(state, update, candidate, count);
    System.arraycopy(state, 0, stateStep, w * count, count);
    System.arraycopy(product, 0, productStep, (w * 3 + 2) * count, count);
    storeGates(w);
  }

  private void load(float[] step, int gate, int w, float[] to, float[] plus) {
    System.arraycopy(step, (w * 3 + gate) * count, to, 0, count);
    if (plus != null) {
      add(to, plus, count);
    }
  }

  @Override
  public void beginBack() {
    onBias = new double[3 * count];
    onRecurrentBias = new double[count];
    Arrays.fill(carriedStep, 0);
  }

  @Override
  public void backward(
      int frame, TimeMajor gates, TimeMajor products, TimeMajor states, TimeMajor epsilon) {
    gates.read(frame, gateStep);
    products.read(frame, productStep);
    states.read(frame, stateStep);
    epsilon.read(frame, aboveStep);
    for (int w = 0; w < windows; w++) {
      load(gateStep, 0, w, reset, null);
      load(gateStep, 1, w, update, null);
      load(gateStep, 2, w, candidate, null);
      load(productStep, 2, w, product, null);
      System.arraycopy(stateStep, w * count, state, 0, count);
      System.arraycopy(aboveStep, w * count, above, 0, count);
      System.arraycopy(carriedStep, w * count, carried, 0, count);
      add(above, carried, count);
      throughState(above, update, candidate, state, count);
      throughReset(reset, candidate, product, count);
      System.arraycopy(above, 0, carriedStep, w * count, count);
      storeGates(w);
      int start = w * 3 * count;
      System.arraycopy(gateStep, start, productStep, start, 2 * count);
      System.arraycopy(product, 0, productStep, start + 2 * count, count);
    }
    gates.write(frame, gateStep);
    products.write(frame, productStep);
    sum(gateStep, 0, onBias);
    sum(productStep, 2 * count, onRecurrentBias);
  }

  private void sum(float[] step, int first, double[] sums) {
    for (int w = 0; w < windows; w++) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += step[w * 3 * count + first + j];
      }
    }
  }

  @Override
  public void sums(INDArray biases, INDArray recurrentBiases) {
    biases.assign(Nd4j.createFromArray(onBias));
    recurrentBiases.assign(Nd4j.createFromArray(onRecurrentBias));
  }

  private void storeGates(int window) {
    int start = window * 3 * count;
    System.arraycopy(reset, 0, gateStep, start, count);
    System.arraycopy(update, 0, gateStep, start + count, count);
    System.arraycopy(candidate, 0, gateStep, start + 2 * count, count);
  }

  private static void blend(float[] state, float[] update, float[] candidate, int n) {
    for (int j = 0; j < n; j++) {
      state[j] = candidate[j] + update[j] * (state[j] - candidate[j]);
    }
  }

  /** From the state to update and candidate (before their functions) and the state before. */
  private static void throughState(
      float[] above, float[] update, float[] candidate, float[] before, int n) {
    for (int j = 0; j < n; j++) {
      float rest = above[j] * (1f - update[j]);
      above[j] = above[j] * update[j];
      update[j] = rest * update[j] * (before[j] - candidate[j]);
      candidate[j] = rest * (1f - candidate[j] * candidate[j]);
    }
  }

  /** From the candidate (before its function) to reset (likewise) and the recurrent product. */
  private static void throughReset(float[] reset, float[] candidate, float[] product, int n) {
    for (int j = 0; j < n; j++) {
      float through = candidate[j] * reset[j];
      reset[j] = through * product[j] * (1f - reset[j]);
      product[j] = through;
    }
  }
}
