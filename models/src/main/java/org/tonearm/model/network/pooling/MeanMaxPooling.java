package org.tonearm.model.network.pooling;

import java.util.Collection;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.NoParamLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.params.EmptyParamInitializer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of a layer that joins the mean and the maximum over unmasked time: [batch,
 * features, time] with a mask [batch, time] to [batch, 2 x features], means first. A window without
 * an unmasked frame gives zeros.
 */
public final class MeanMaxPooling extends NoParamLayer {

  /** The layer has no settings. */
  public MeanMaxPooling() {}

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray view,
      boolean initialise,
      DataType type) {
    MeanMaxPoolingLayer layer = new MeanMaxPoolingLayer(configuration, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(view);
    layer.setParamTable(initializer().init(configuration, view, initialise));
    layer.setConf(configuration);
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return EmptyParamInitializer.getInstance();
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    if (input instanceof InputType.InputTypeRecurrent sequence) {
      return InputType.feedForward(2 * sequence.getSize());
    }
    throw new IllegalStateException(
        "Layer " + getLayerName() + ": expected a sequence as input, got " + input);
  }

  @Override
  public InputPreProcessor getPreProcessorForInputType(InputType input) {
    return null;
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    InputType output = getOutputType(-1, input);
    return new LayerMemoryReport.Builder(getLayerName(), MeanMaxPooling.class, input, output)
        .standardMemory(0, 0)
        .workingMemory(0, 0, 0, input.arrayElementsPerExample())
        .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
        .build();
  }
}
