package org.tonearm.model.network.indrnn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Configuration of an independently recurrent layer (Wu et al., "Music Genre Classification Using
 * Independent Recurrent Neural Network", equations 7 and 8; Li et al. 2018).
 *
 * <p>h_t = max(0, norm(W x_t) + b + u * h_(t-1)) for sequences [batch, features, time] with masks
 * [batch, time]. The optional norm is batch normalisation of the projection over batch and unmasked
 * time. u starts uniformly between 0 and its bound (Li et al. 2018, section 3.2) and is clipped to
 * plus or minus the bound after each update. Serialises with Deeplearning4j's own JSON.
 */
public final class IndRnn extends BaseRecurrentLayer {
  @JsonProperty private double recurrentBound;
  @JsonProperty private boolean normalise;
  @JsonProperty private double momentum;
  @JsonProperty private double varianceFloor;
  @JsonProperty private boolean inputGradient;

  /** For Jackson. */
  private IndRnn() {}

  private IndRnn(Builder builder) {
    super(builder);
    recurrentBound = builder.recurrentBound;
    normalise = builder.normalise;
    momentum = builder.momentum;
    varianceFloor = builder.varianceFloor;
    inputGradient = builder.inputGradient;
    activationFn = new ActivationReLU();
    if (weightInitFnRecurrent == null) {
      weightInitFnRecurrent =
          new WeightInitDistribution(new UniformDistribution(0, recurrentBound));
    }
    initializeConstraints(builder);
    if (constraints == null) {
      constraints = new ArrayList<>();
    }
    constraints.add(new RecurrentWeightBound(recurrentBound));
  }

  /** Whether the projection is normalised. */
  public boolean normalises() {
    return normalise;
  }

  /** The largest magnitude of a recurrent weight. */
  public double recurrentBound() {
    return recurrentBound;
  }

  /** The share of the running statistics that a batch leaves in place, 0 to 1. */
  public double momentum() {
    return momentum;
  }

  /** What is added to a variance before its root divides. */
  public double varianceFloor() {
    return varianceFloor;
  }

  /** Whether a gradient is computed for the layer's input. */
  public boolean inputGradient() {
    return inputGradient;
  }

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray view,
      boolean initialise,
      DataType type) {
    LayerValidation.assertNInNOutSet("IndRnn", getLayerName(), index, getNIn(), getNOut());
    if (getRnnDataFormat() == RNNFormat.NWC) {
      throw new IllegalStateException(
          "Layer " + getLayerName() + ": expected the format NCW [batch, features, time], not NWC");
    }
    IndRnnLayer layer = new IndRnnLayer(configuration, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(view);
    Map<String, INDArray> parameters = initializer().init(configuration, view, initialise);
    layer.setParamTable(parameters);
    layer.setConf(configuration);
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return IndRnnParamInitializer.instance();
  }

  @Override
  public IUpdater getUpdaterByParam(String key) {
    return switch (key) {
      case IndRnnParamInitializer.MEAN_KEY, IndRnnParamInitializer.VARIANCE_KEY -> new NoOp();
      default -> super.getUpdaterByParam(key);
    };
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    InputType output = getOutputType(-1, input);
    long parameters = initializer().numParams(this);
    long perExample = output.arrayElementsPerExample();
    return new LayerMemoryReport.Builder(getLayerName(), IndRnn.class, input, output)
        .standardMemory(parameters, getIUpdater().stateSize(parameters))
        .workingMemory(0, 2 * perExample, 0, 3 * perExample)
        .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
        .build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IndRnn layer
        && super.equals(other)
        && layer.settings().equals(settings());
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), settings());
  }

  private List<Object> settings() {
    return List.of(recurrentBound, normalise, momentum, varianceFloor, inputGradient);
  }

  /** Builds the configuration; the inherited settings hold too, the activation is always ReLU. */
  @SuppressWarnings("unchecked") // the parent's build() leaves its type to the caller
  public static final class Builder extends BaseRecurrentLayer.Builder<Builder> {
    private double recurrentBound = 1;
    private boolean normalise;
    private double momentum = 0.95;
    private double varianceFloor = 1e-5;
    private boolean inputGradient = true;

    /** See {@link RecurrentWeightBound}; above 0, 1 unless set. */
    public Builder recurrentBound(double bound) {
      recurrentBound = bound;
      return this;
    }

    /** Whether to normalise the projection; not unless set. */
    public Builder normalise(boolean value) {
      normalise = value;
      return this;
    }

    /** The share of the running statistics that a batch leaves in place, 0 to 1; 0.95. */
    public Builder momentum(double value) {
      momentum = value;
      return this;
    }

    /** What is added to a variance before its root divides; 1e-5. */
    public Builder varianceFloor(double value) {
      varianceFloor = value;
      return this;
    }

    /** False saves the gradient of the input, for a layer with nothing trainable below it. */
    public Builder inputGradient(boolean value) {
      inputGradient = value;
      return this;
    }

    @Override
    public IndRnn build() {
      return new IndRnn(this);
    }
  }
}
