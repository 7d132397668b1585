package org.tonearm.model.network.image;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tonearm.model.network.indrnn.FrameMatrix;

/**
 * Turns sequences [batch, features, frames] round in time: all are of one length, there are no
 * masks. Has no state; serialises with Deeplearning4j's own JSON. Deeplearning4j's vertex for it
 * copies frame by frame, each with a call of its own, which took a sixth of a training.
 */
public final class ReversedTime implements InputPreProcessor {
  private static final long serialVersionUID = 1L;

  @Override
  public INDArray preProcess(INDArray frames, int batchSize, LayerWorkspaceMgr workspaces) {
    return reversed(frames, ArrayType.ACTIVATIONS, workspaces);
  }

  @Override
  public INDArray backprop(INDArray epsilons, int batchSize, LayerWorkspaceMgr workspaces) {
    return reversed(epsilons, ArrayType.ACTIVATION_GRAD, workspaces);
  }

  private static INDArray reversed(
      INDArray sequence, ArrayType kind, LayerWorkspaceMgr workspaces) {
    FrameMatrix given = FrameMatrix.of(sequence, sequence.dataType(), workspaces, kind);
    int frames = given.frames();
    int features = given.features();
    FrameMatrix turned =
        FrameMatrix.create(
            workspaces, kind, sequence.dataType(), given.windows(), frames, features);
    double[] rows = new double[frames * features];
    for (int w = 0; w < given.windows(); w++) {
      double[] window = given.window(w);
      for (int t = 0; t < frames; t++) {
        System.arraycopy(window, t * features, rows, (frames - 1 - t) * features, features);
      }
      turned.setWindow(w, rows);
    }
    return turned.sequence();
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // has no state
  public ReversedTime clone() {
    return new ReversedTime();
  }

  @Override
  public InputType getOutputType(InputType type) {
    return type;
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(
      INDArray mask, MaskState state, int batchSize) {
    if (mask != null) {
      throw new IllegalStateException("expected sequences without masks");
    }
    return new Pair<>(null, state);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReversedTime;
  }

  @Override
  public int hashCode() {
    return ReversedTime.class.hashCode();
  }
}
