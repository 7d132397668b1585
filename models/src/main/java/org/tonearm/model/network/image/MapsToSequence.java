package org.tonearm.model.network.image;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Reads convolution maps [batch, channels, height, width] as sequences [batch, channels x height,
 * width]: the width is time, and each of its columns a frame of all channels and rows, channel by
 * channel. Any height and width; no masks, since pooling changes the number of frames. Immutable
 * and thread-safe; serialises with Deeplearning4j's own JSON.
 */
public final class MapsToSequence implements InputPreProcessor {
  private static final long serialVersionUID = 1L;

  @JsonProperty private final int channels;

  /**
   * For maps of a layer.
   *
   * @param channels its channels, at least 1
   */
  public MapsToSequence(@JsonProperty("channels") int channels) {
    if (channels < 1) {
      throw new IllegalArgumentException("expected at least 1 channel, got " + channels);
    }
    this.channels = channels;
  }

  @Override
  public INDArray preProcess(INDArray maps, int batchSize, LayerWorkspaceMgr workspaces) {
    INDArray copy = workspaces.dup(ArrayType.ACTIVATIONS, maps, 'c');
    return copy.reshape('c', maps.size(0), channels * maps.size(2), maps.size(3));
  }

  @Override
  public INDArray backprop(INDArray epsilons, int batchSize, LayerWorkspaceMgr workspaces) {
    long height = epsilons.size(1) / channels;
    INDArray copy = workspaces.dup(ArrayType.ACTIVATION_GRAD, epsilons, 'c');
    return copy.reshape('c', epsilons.size(0), channels, height, epsilons.size(2));
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // a plain copy
  public MapsToSequence clone() {
    return new MapsToSequence(channels);
  }

  @Override
  public InputType getOutputType(InputType type) {
    if (type instanceof InputType.InputTypeConvolutional maps && maps.getChannels() == channels) {
      return InputType.recurrent(maps.getChannels() * maps.getHeight(), maps.getWidth());
    }
    throw new IllegalStateException(
        "expected maps of " + channels + " channels as input, got " + type);
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(
      INDArray mask, MaskState state, int batchSize) {
    if (mask != null) {
      throw new IllegalStateException("expected pictures without masks");
    }
    return new Pair<>(null, state);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MapsToSequence maps && maps.channels == channels;
  }

  @Override
  public int hashCode() {
    return channels;
  }
}
