package org.tonearm.model.network.convolution;

import java.nio.Buffer;
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

/**
 * The layer that {@link MaxPooling} configures. Among equal values the first one of a block is its
 * maximum, and takes the gradient.
 */
public final class MaxPoolingLayer extends AbstractLayer<MaxPooling> {
  private static final long serialVersionUID = 1L;

  /** Of each output, the place of its maximum in the map below; null outside of training. */
  private transient int[] winners;

  /** Made by {@link MaxPooling#instantiate}. */
  public MaxPoolingLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void clearNoiseWeightParams() {}

  @Override
  public void setInput(INDArray input, LayerWorkspaceMgr workspaces) {
    winners = null;
    super.setInput(input, workspaces);
  }

  @Override
  public void clear() {
    winners = null;
    super.clear();
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(
      INDArray mask, MaskState state, int batchSize) {
    if (mask != null) {
      throw new UnsupportedOperationException("Layer " + layerId() + ": expected no mask");
    }
    return null;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    Blocks blocks = blocks();
    int maps = Math.toIntExact(input.size(0) * input.size(1));
    long[] shape = {input.size(0), input.size(1), blocks.rows(), blocks.columns()};
    INDArray result = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, shape, 'c');
    INDArray below = Lane.dense(input, dataType);
    Buffer from = Lane.memory(below);
    Buffer to = Lane.memory(result);
    Lane map = Lane.of(dataType, blocks.size());
    Lane maxima = Lane.of(dataType, blocks.count());
    int[] places = new int[maps * blocks.count()];
    for (int m = 0; m < maps; m++) {
      map.read(from, m * blocks.size(), 0, blocks.size());
      blocks.maxima(map, maxima, places, m * blocks.count());
      maxima.write(to, m * blocks.count(), 0, blocks.count());
    }
    winners = training ? places : null;
    return result;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    if (winners == null) {
      activate(true, workspaces);
    }
    Blocks blocks = blocks();
    INDArray result =
        workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
    INDArray above = Lane.dense(epsilon, dataType);
    Buffer from = Lane.memory(above);
    Buffer to = Lane.memory(result);
    Lane gradient = Lane.of(dataType, blocks.count());
    Lane map = Lane.of(dataType, blocks.size());
    for (int m = 0; m < winners.length / blocks.count(); m++) {
      gradient.read(from, m * blocks.count(), 0, blocks.count());
      map.fill(0);
      map.scatter(gradient, blocks.count(), winners, m * blocks.count());
      map.write(to, m * blocks.size(), 0, blocks.size());
    }
    winners = null;
    return new Pair<>(new DefaultGradient(), result);
  }

  private Blocks blocks() {
    int[] sides = layerConf().getKernelSize();
    return new Blocks(
        Math.toIntExact(input.size(2)), Math.toIntExact(input.size(3)), sides[0], sides[1]);
  }
}
