package org.tonearm.model.network.image;

import java.util.Objects;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Reads sequences [batch, steps x bands, frames], whose frames hold several spectra one after the
 * other, as pictures [batch, 1, bands, frames x steps]: the width is time. Windows have to be full:
 * a mask of ones is not handed on, another is refused. Immutable and thread-safe; serialises with
 * Deeplearning4j's own JSON.
 */
public final class SequenceToPicture implements InputPreProcessor {
  private static final long serialVersionUID = 1L;

  @JsonProperty private final int steps;
  @JsonProperty private final int bands;

  /**
   * For frames of so many spectra.
   *
   * @param steps spectra a frame, the oldest first; at least 1
   * @param bands values of a spectrum, the lowest first; at least 1
   */
  public SequenceToPicture(@JsonProperty("steps") int steps, @JsonProperty("bands") int bands) {
    if (steps < 1 || bands < 1) {
      throw new IllegalArgumentException(
          "expected at least 1 spectrum of 1 band a frame, got " + steps + " of " + bands);
    }
    this.steps = steps;
    this.bands = bands;
  }

  @Override
  public INDArray preProcess(INDArray frames, int batchSize, LayerWorkspaceMgr workspaces) {
    long windows = frames.size(0);
    long width = frames.size(2) * steps;
    INDArray rows = workspaces.dup(ArrayType.ACTIVATIONS, frames.permute(0, 2, 1), 'c');
    INDArray picture = rows.reshape('c', windows, width, bands).permute(0, 2, 1);
    return workspaces
        .dup(ArrayType.ACTIVATIONS, picture, 'c')
        .reshape('c', windows, 1, bands, width);
  }

  @Override
  public INDArray backprop(INDArray epsilons, int batchSize, LayerWorkspaceMgr workspaces) {
    long windows = epsilons.size(0);
    long width = epsilons.size(3);
    INDArray columns = epsilons.reshape('c', windows, bands, width).permute(0, 2, 1);
    return workspaces
        .dup(ArrayType.ACTIVATION_GRAD, columns, 'c')
        .reshape('c', windows, width / steps, (long) steps * bands)
        .permute(0, 2, 1);
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // a plain copy
  public SequenceToPicture clone() {
    return new SequenceToPicture(steps, bands);
  }

  @Override
  public InputType getOutputType(InputType type) {
    if (type instanceof InputType.InputTypeRecurrent sequence
        && sequence.getSize() == (long) steps * bands
        && sequence.getTimeSeriesLength() > 0) {
      return InputType.convolutional(bands, sequence.getTimeSeriesLength() * steps, 1);
    }
    throw new IllegalStateException(
        "expected sequences of " + steps * bands + " values and a known length, got " + type);
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(
      INDArray mask, MaskState state, int batchSize) {
    if (mask != null && mask.minNumber().doubleValue() < 1) {
      throw new IllegalStateException("expected full windows, got a mask that leaves frames out");
    }
    return new Pair<>(null, MaskState.Passthrough);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SequenceToPicture picture
        && picture.steps == steps
        && picture.bands == bands;
  }

  @Override
  public int hashCode() {
    return Objects.hash(steps, bands);
  }
}
