package org.tonearm.model.network.recurrentconvolution;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.InputTypeUtil;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Configuration of a recurrent convolutional layer (Liang and Hu 2015, section 3.1).
 *
 * <p>x(0) = g(max(0, W_f * u + b)), x(t) = g(max(0, W_f * u + W_r * x(t - 1) + b)) for t = 1 to
 * iterations, and x(iterations) is the output. u is the input [batch, channels, height, width], the
 * star a convolution with an odd square kernel, stride 1 and zeros beyond the borders, so that maps
 * keep their size; g is local response normalisation across channels as in that paper, or nothing.
 * All iterations share W_f, W_r and b. Serialises with Deeplearning4j's own JSON.
 */
public final class RecurrentConvolution extends FeedForwardLayer {
  @JsonProperty private int kernel;
  @JsonProperty private int iterations;
  @JsonProperty private boolean normalise;

  /** For Jackson. */
  private RecurrentConvolution() {}

  private RecurrentConvolution(Builder builder) {
    super(builder);
    kernel = builder.kernel;
    iterations = builder.iterations;
    normalise = builder.normalise;
    activationFn = new ActivationReLU();
    initializeConstraints(builder);
  }

  /** Side of both kernels, odd. */
  public int kernel() {
    return kernel;
  }

  /** How often the recurrent convolution is applied, at least once. */
  public int iterations() {
    return iterations;
  }

  /** Whether each state is normalised across channels. */
  public boolean normalises() {
    return normalise;
  }

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray view,
      boolean initialise,
      DataType type) {
    LayerValidation.assertNInNOutSet(
        "RecurrentConvolution", getLayerName(), index, getNIn(), getNOut());
    RecurrentConvolutionLayer layer = new RecurrentConvolutionLayer(configuration, type);
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
    return RecurrentConvolutionParamInitializer.instance();
  }

  @Override
  public void setNIn(InputType input, boolean override) {
    if (nIn <= 0 || override) {
      nIn = maps(input).getChannels();
    }
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    InputType.InputTypeConvolutional maps = maps(input);
    return InputType.convolutional(maps.getHeight(), maps.getWidth(), getNOut());
  }

  @Override
  public InputPreProcessor getPreProcessorForInputType(InputType input) {
    return InputTypeUtil.getPreProcessorForInputTypeCnnLayers(input, getLayerName());
  }

  private InputType.InputTypeConvolutional maps(InputType input) {
    if (input instanceof InputType.InputTypeConvolutional maps
        && maps.getFormat() == CNN2DFormat.NCHW) {
      return maps;
    }
    throw new IllegalStateException(
        "Layer " + getLayerName() + ": expected maps in the format NCHW as input, got " + input);
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    InputType output = getOutputType(-1, input);
    long parameters = initializer().numParams(this);
    long states = (iterations + 1) * output.arrayElementsPerExample();
    return new LayerMemoryReport.Builder(getLayerName(), RecurrentConvolution.class, input, output)
        .standardMemory(parameters, getIUpdater().stateSize(parameters))
        .workingMemory(0, states, 0, 3 * states)
        .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
        .build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecurrentConvolution layer
        && super.equals(other)
        && layer.settings().equals(settings());
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), settings());
  }

  private List<Object> settings() {
    return List.of(kernel, iterations, normalise);
  }

  /** Builds the configuration; the inherited settings hold too, the activation is always ReLU. */
  @SuppressWarnings("unchecked") // the parent's build() leaves its type to the caller
  public static final class Builder extends FeedForwardLayer.Builder<Builder> {
    private int kernel = 3;
    private int iterations = 3;
    private boolean normalise = true;

    /** Side of both kernels, odd; 3. */
    public Builder kernel(int side) {
      if (side < 1 || side % 2 == 0) {
        throw new IllegalArgumentException("expected an odd kernel of at least 1, got " + side);
      }
      kernel = side;
      return this;
    }

    /** How often the recurrent convolution is applied, at least once; 3. */
    public Builder iterations(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("expected at least 1 iteration, got " + count);
      }
      iterations = count;
      return this;
    }

    /** Whether each state is normalised across channels; it is. */
    public Builder normalise(boolean value) {
      normalise = value;
      return this;
    }

    @Override
    public RecurrentConvolution build() {
      return new RecurrentConvolution(this);
    }
  }
}
