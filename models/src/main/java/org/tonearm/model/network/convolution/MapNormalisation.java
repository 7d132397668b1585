package org.tonearm.model.network.convolution;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of batch normalisation of maps [batch, channels, height, width] (Ioffe and Szegedy
 * 2015, algorithms 1 and 2), each channel over its positions in all pictures.
 *
 * <p>It is Deeplearning4j's own configuration with its usual settings; only the layer that it makes
 * is another. Serialises with Deeplearning4j's own JSON.
 */
public final class MapNormalisation extends BatchNormalization {

  /** Deeplearning4j's usual settings. */
  public MapNormalisation() {}

  @Override
  public Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray view,
      boolean initialise,
      DataType type) {
    if (isLockGammaBeta() || !isUseLogStd() || getCnn2DFormat() != CNN2DFormat.NCHW) {
      throw new IllegalStateException(
          "Layer "
              + getLayerName()
              + ": expected free gamma and beta, the deviation as a logarithm, and NCHW");
    }
    MapNormalisationLayer layer = new MapNormalisationLayer(configuration, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(view);
    layer.setParamTable(initializer().init(configuration, view, initialise));
    layer.setConf(configuration);
    return layer;
  }
}
