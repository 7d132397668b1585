package org.tonearm.model.network.pooling;

import java.util.Arrays;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tonearm.model.network.indrnn.FrameMatrix;

/**
 * The layer that {@link MeanMaxPooling} configures. A maximum's gradient goes to its first frame.
 */
public final class MeanMaxPoolingLayer extends AbstractLayer<MeanMaxPooling> {
  private static final long serialVersionUID = 1L;

  /** Made by {@link MeanMaxPooling#instantiate}. */
  public MeanMaxPoolingLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void clearNoiseWeightParams() {}

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(
      INDArray mask, MaskState state, int batchSize) {
    maskArray = mask;
    maskState = state;
    return null; // used up: what follows has no time
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    FrameMatrix frames = FrameMatrix.of(input, dataType, workspaces, ArrayType.FF_WORKING_MEM);
    int features = frames.features();
    FrameMatrix pooled =
        FrameMatrix.create(
            workspaces, ArrayType.ACTIVATIONS, dataType, frames.windows(), 1, 2 * features);
    double[] mask = mask();
    for (int w = 0; w < frames.windows(); w++) {
      pooled.setWindow(w, pool(frames.window(w), w, frames.frames(), features, mask));
    }
    return pooled.rows();
  }

  private static double[] pool(
      double[] values, int window, int frames, int features, double[] mask) {
    double[] sum = new double[features];
    double[] maximum = new double[features];
    double[] frame = new double[features];
    Arrays.fill(maximum, Double.NEGATIVE_INFINITY);
    int live = 0;
    for (int t = 0; t < frames; t++) {
      if (mask == null || mask[window * frames + t] != 0) {
        live++;
        System.arraycopy(values, t * features, frame, 0, features);
        accumulate(frame, sum, maximum, features);
      }
    }
    double[] pooled = new double[2 * features];
    for (int j = 0; j < features && live > 0; j++) {
      pooled[j] = sum[j] / live;
      pooled[features + j] = maximum[j];
    }
    return pooled;
  }

  private static void accumulate(double[] frame, double[] sum, double[] maximum, int n) {
    for (int j = 0; j < n; j++) {
      sum[j] += frame[j];
      maximum[j] = Math.max(maximum[j], frame[j]);
    }
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    FrameMatrix frames = FrameMatrix.of(input, dataType, workspaces, ArrayType.BP_WORKING_MEM);
    int features = frames.features();
    FrameMatrix below =
        FrameMatrix.create(
            workspaces,
            ArrayType.ACTIVATION_GRAD,
            dataType,
            frames.windows(),
            frames.frames(),
            features);
    double[] incoming = epsilon.dup('c').castTo(DataType.DOUBLE).data().asDouble();
    double[] mask = mask();
    for (int w = 0; w < frames.windows(); w++) {
      double[] here = Arrays.copyOfRange(incoming, w * 2 * features, (w + 1) * 2 * features);
      below.setWindow(w, spread(here, frames.window(w), w, frames.frames(), features, mask));
    }
    return new Pair<>(new DefaultGradient(), below.sequence());
  }

  private static double[] spread(
      double[] epsilon, double[] values, int window, int frames, int features, double[] mask) {
    double[] maximum = new double[features];
    int[] first = new int[features];
    Arrays.fill(first, -1);
    int live = 0;
    for (int t = 0; t < frames; t++) {
      if (mask == null || mask[window * frames + t] != 0) {
        live++;
        for (int j = 0; j < features; j++) {
          double value = values[t * features + j];
          if (first[j] < 0 || value > maximum[j]) {
            maximum[j] = value;
            first[j] = t;
          }
        }
      }
    }
    double[] gradient = new double[frames * features];
    if (live == 0) {
      return gradient;
    }
    for (int t = 0; t < frames; t++) {
      if (mask == null || mask[window * frames + t] != 0) {
        for (int j = 0; j < features; j++) {
          gradient[t * features + j] =
              epsilon[j] / live + (first[j] == t ? epsilon[features + j] : 0);
        }
      }
    }
    return gradient;
  }

  private double[] mask() {
    return maskArray == null ? null : maskArray.dup('c').castTo(DataType.DOUBLE).data().asDouble();
  }
}
