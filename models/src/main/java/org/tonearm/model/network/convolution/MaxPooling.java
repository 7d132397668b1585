package org.tonearm.model.network.convolution;

import java.util.Arrays;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of the maxima over blocks of maps [batch, channels, height, width] that lie edge to
 * edge. Where a size is no multiple of the block's, the blocks at the borders are smaller: as in
 * Deeplearning4j's mode Same, half of what lacks is cut from the first block, rounded down.
 *
 * <p>It is Deeplearning4j's own configuration, held to this case; only the layer that it makes is
 * another. Serialises with Deeplearning4j's own JSON.
 */
public final class MaxPooling extends SubsamplingLayer {

  /** For Jackson. */
  private MaxPooling() {}

  /**
   * @param lines of a block
   * @param positions of a line of a block
   */
  public MaxPooling(int lines, int positions) {
    super(
        new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
            .kernelSize(lines, positions)
            .stride(lines, positions)
            .convolutionMode(ConvolutionMode.Same));
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray view,
      boolean initialise,
      DataType type) {
    if (getPoolingType() != org.deeplearning4j.nn.conf.layers.PoolingType.MAX
        || !Arrays.equals(getKernelSize(), getStride())
        || getConvolutionMode() != ConvolutionMode.Same
        || getCnn2dDataFormat() != CNN2DFormat.NCHW) {
      throw new IllegalStateException(
          "Layer " + getLayerName() + ": expected maxima of blocks edge to edge, mode Same, NCHW");
    }
    MaxPoolingLayer layer = new MaxPoolingLayer(configuration, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(view);
    layer.setParamTable(initializer().init(configuration, view, initialise));
    layer.setConf(configuration);
    return layer;
  }
}
