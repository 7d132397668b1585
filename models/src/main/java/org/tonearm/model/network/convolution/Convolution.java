package org.tonearm.model.network.convolution;

import java.util.Arrays;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of a convolution of maps [batch, channels, height, width] with an odd square
 * kernel, stride 1 and zeros beyond the borders, so that maps keep their size; then ReLU, or
 * nothing.
 *
 * <p>It is Deeplearning4j's own configuration, held to this case, with its parameters in its order;
 * only the layer that it makes is another. Serialises with Deeplearning4j's own JSON.
 */
public final class Convolution extends org.deeplearning4j.nn.conf.layers.ConvolutionLayer {

  /** For Jackson. */
  private Convolution() {}

  private Convolution(Builder builder) {
    super(builder);
    initializeConstraints(builder);
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray view,
      boolean initialise,
      DataType type) {
    LayerValidation.assertNInNOutSet("Convolution", getLayerName(), index, getNIn(), getNOut());
    check();
    ConvolutionLayer layer = new ConvolutionLayer(configuration, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(view);
    layer.setParamTable(initializer().init(configuration, view, initialise));
    layer.setConf(configuration);
    return layer;
  }

  /** Side of the kernel. */
  public int kernel() {
    return getKernelSize()[0];
  }

  /** Whether ReLU follows. */
  public boolean rectifies() {
    return getActivationFn() instanceof ActivationReLU;
  }

  private void check() {
    int[] sides = getKernelSize();
    boolean plain =
        sides.length == 2
            && sides[0] == sides[1]
            && sides[0] % 2 == 1
            && Arrays.equals(getStride(), new int[] {1, 1})
            && Arrays.equals(getDilation(), new int[] {1, 1})
            && getConvolutionMode() == ConvolutionMode.Same
            && getCnn2dDataFormat() == CNN2DFormat.NCHW
            && hasBias()
            && getWeightNoise() == null
            && (rectifies() || getActivationFn() instanceof ActivationIdentity);
    if (!plain) {
      throw new IllegalStateException(
          "Layer "
              + getLayerName()
              + ": expected an odd square kernel, stride and dilation 1, mode Same, format NCHW, a"
              + " bias, no weight noise, and ReLU or identity");
    }
  }

  /** Builds the configuration; the inherited settings hold too. */
  @SuppressWarnings("unchecked") // the parent's build() leaves its type to the caller
  public static final class Builder extends BaseConvBuilder<Builder> {

    /**
     * @param side of the kernel, odd
     */
    public Builder(int side) {
      super(new int[] {side, side}, new int[] {1, 1});
      if (side < 1 || side % 2 == 0) {
        throw new IllegalArgumentException("expected an odd kernel of at least 1, got " + side);
      }
      setConvolutionMode(ConvolutionMode.Same);
    }

    @Override
    protected boolean allowCausal() {
      return false;
    }

    @Override
    public Convolution build() {
      return new Convolution(this);
    }
  }
}
