package org.tonearm.model.network.gated;

import java.util.Collection;
import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Configuration of a {@link GatedLayer}. Its gates are sigmoids and its candidate values hyperbolic
 * tangents, whatever activation is set. Serialises with Deeplearning4j's own JSON.
 */
public abstract class GatedRecurrent extends BaseRecurrentLayer {
  @JsonProperty private boolean inputGradient;

  /** For Jackson. */
  protected GatedRecurrent() {}

  protected GatedRecurrent(Builder<?> builder) {
    super(builder);
    inputGradient = builder.inputGradient;
    activationFn = new ActivationTanH();
    initializeConstraints(builder);
  }

  /** Whether a gradient is computed for the layer's input. */
  public boolean inputGradient() {
    return inputGradient;
  }

  /** The layer itself, without parameters. */
  protected abstract GatedLayer<?> layer(NeuralNetConfiguration configuration, DataType type);

  @Override
  public abstract GatedParameters initializer();

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray view,
      boolean initialise,
      DataType type) {
    LayerValidation.assertNInNOutSet(
        getClass().getSimpleName(), getLayerName(), index, getNIn(), getNOut());
    if (getRnnDataFormat() == RNNFormat.NWC) {
      throw new IllegalStateException(
          "Layer " + getLayerName() + ": expected the format NCW [batch, features, time], not NWC");
    }
    GatedLayer<?> layer = layer(configuration, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(view);
    layer.setParamTable(initializer().init(configuration, view, initialise));
    layer.setConf(configuration);
    return layer;
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    InputType output = getOutputType(-1, input);
    long parameters = initializer().numParams(this);
    long perExample = 8 * output.arrayElementsPerExample();
    return new LayerMemoryReport.Builder(getLayerName(), getClass(), input, output)
        .standardMemory(parameters, getIUpdater().stateSize(parameters))
        .workingMemory(0, perExample, 0, perExample)
        .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
        .build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GatedRecurrent layer
        && super.equals(other)
        && layer.inputGradient == inputGradient;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), inputGradient);
  }

  /**
   * Builds a configuration.
   *
   * @param <T> the builder itself
   */
  public abstract static class Builder<T extends Builder<T>> extends BaseRecurrentLayer.Builder<T> {
    private boolean inputGradient = true;

    /** False saves the gradient of the input, for a layer with nothing trainable below it. */
    @SuppressWarnings("unchecked") // T is this builder's type
    public T inputGradient(boolean value) {
      inputGradient = value;
      return (T) this;
    }
  }
}
