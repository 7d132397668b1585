package org.tonearm.model.network.convolution;

import java.nio.Buffer;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The layer that {@link Convolution} configures, picture by picture: unfolded, and one matrix
 * product. The backward pass unfolds again, since the matrices of a batch would fill the memory.
 */
public final class ConvolutionLayer extends BaseLayer<Convolution> {
  private static final long serialVersionUID = 1L;

  private transient Unfolding unfolding;
  private transient INDArray output;

  /** Made by {@link Convolution#instantiate}. */
  public ConvolutionLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  public void setInput(INDArray input, LayerWorkspaceMgr workspaces) {
    output = null;
    super.setInput(input, workspaces);
  }

  @Override
  public void clear() {
    output = null;
    super.clear();
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    int channels = Math.toIntExact(layerConf().getNIn());
    int maps = Math.toIntExact(layerConf().getNOut());
    if (input.rank() != 4 || input.size(1) != channels) {
      throw new IllegalStateException(
          String.format(
              "Layer %s: expected maps [batch, %d, height, width], got %s",
              layerId(), channels, Arrays.toString(input.shape())));
    }
    applyDropOutIfNecessary(training, workspaces);
    prepare();
    long[] shape = {input.size(0), maps, input.size(2), input.size(3)};
    INDArray result = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, shape, 'c');
    ArrayType kind = ArrayType.FF_WORKING_MEM;
    INDArray rows = matrix(workspaces, kind, channels * unfolding.taps());
    INDArray sums = matrix(workspaces, kind, maps);
    INDArray pictures = Lane.dense(input, dataType);
    INDArray weights = weights(getParam(ConvolutionParamInitializer.WEIGHT_KEY));
    for (int i = 0; i < input.size(0); i++) {
      unfolding.unfold(
          Lane.memory(pictures), i * channels * unfolding.size(), channels, Lane.memory(rows));
      Nd4j.gemm(weights, rows, sums, false, false, 1, 0);
      finish(sums, Lane.memory(result), i * maps);
    }
    output = training ? result : null;
    return result;
  }

  /** Adds the bias, rectifies, and leaves the gaps between lines out. */
  private void finish(INDArray sums, Buffer result, int first) {
    INDArray biases = getParam(ConvolutionParamInitializer.BIAS_KEY);
    Buffer from = Lane.memory(sums);
    int width = Math.toIntExact(input.size(3));
    double least = layerConf().rectifies() ? 0 : Double.NEGATIVE_INFINITY;
    Lane row = Lane.of(dataType, unfolding.length());
    Lane map = Lane.of(dataType, unfolding.size());
    for (int k = 0; k < sums.size(0); k++) {
      double bias = biases.getDouble(k);
      row.read(from, k * unfolding.length(), 0, unfolding.length());
      for (int y = 0; y < input.size(2); y++) {
        map.rectify(row, unfolding.line(y), y * width, width, bias, least);
      }
      map.write(result, (first + k) * unfolding.size(), 0, unfolding.size());
    }
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    if (output == null) {
      activate(true, workspaces);
    }
    prepare();
    int channels = Math.toIntExact(layerConf().getNIn());
    int maps = Math.toIntExact(layerConf().getNOut());
    INDArray below =
        workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
    ArrayType kind = ArrayType.BP_WORKING_MEM;
    INDArray rows = matrix(workspaces, kind, channels * unfolding.taps());
    INDArray delta = matrix(workspaces, kind, maps);
    INDArray pictures = Lane.dense(input, dataType);
    INDArray incoming = Lane.dense(epsilon, dataType);
    INDArray weights = weights(getParam(ConvolutionParamInitializer.WEIGHT_KEY));
    INDArray onWeights = weights(gradientViews.get(ConvolutionParamInitializer.WEIGHT_KEY));
    double[] onBiases = new double[maps];
    for (int i = 0; i < input.size(0); i++) {
      int at = i * channels * unfolding.size();
      begin(incoming, i * maps, delta, onBiases);
      unfolding.unfold(Lane.memory(pictures), at, channels, Lane.memory(rows));
      Nd4j.gemm(delta, rows, onWeights, false, true, 1, i == 0 ? 0 : 1);
      Nd4j.gemm(weights, delta, rows, true, false, 1, 0);
      unfolding.fold(Lane.memory(rows), channels, Lane.memory(below), at);
    }
    INDArray biases = gradientViews.get(ConvolutionParamInitializer.BIAS_KEY);
    for (int k = 0; k < maps; k++) {
      biases.putScalar(k, onBiases[k]);
    }
    output = null;
    Gradient gradient = new DefaultGradient(gradientsFlattened);
    gradient.setGradientFor(
        ConvolutionParamInitializer.BIAS_KEY,
        gradientViews.get(ConvolutionParamInitializer.BIAS_KEY));
    gradient.setGradientFor(
        ConvolutionParamInitializer.WEIGHT_KEY,
        gradientViews.get(ConvolutionParamInitializer.WEIGHT_KEY),
        'c');
    return new Pair<>(gradient, backpropDropOutIfPresent(below));
  }

  /** The gradient before ReLU, with zeros between lines; adds it up for the biases. */
  private void begin(INDArray incoming, int first, INDArray delta, double[] onBiases) {
    Buffer gradients = Lane.memory(incoming);
    Buffer values = Lane.memory(output);
    Buffer deltas = Lane.memory(delta);
    int width = Math.toIntExact(input.size(3));
    boolean rectifies = layerConf().rectifies();
    Lane row = Lane.of(dataType, unfolding.length());
    Lane gradient = Lane.of(dataType, unfolding.size());
    Lane map = Lane.of(dataType, unfolding.size());
    for (int k = 0; k < onBiases.length; k++) {
      gradient.read(gradients, (first + k) * unfolding.size(), 0, unfolding.size());
      map.read(values, (first + k) * unfolding.size(), 0, unfolding.size());
      for (int y = 0; y < input.size(2); y++) {
        int from = y * width;
        int to = unfolding.line(y);
        onBiases[k] +=
            rectifies
                ? row.gate(gradient, map, from, to, width)
                : row.copy(gradient, from, to, width);
      }
      row.write(deltas, k * unfolding.length(), 0, unfolding.length());
    }
  }

  private void prepare() {
    if (unfolding == null || !unfolding.fits(input.size(2), input.size(3))) {
      int height = Math.toIntExact(input.size(2));
      int width = Math.toIntExact(input.size(3));
      unfolding = new Unfolding(dataType, height, width, layerConf().kernel());
    }
  }

  private INDArray matrix(LayerWorkspaceMgr workspaces, ArrayType kind, int rows) {
    long[] shape = {rows, unfolding.length()};
    return workspaces.createUninitialized(kind, dataType, shape, 'c');
  }

  /** [maps, channels x kernel positions], a view. */
  private static INDArray weights(INDArray weights) {
    return weights.reshape('c', weights.size(0), weights.length() / weights.size(0));
  }
}
