package org.tonearm.model.network.gated;

import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.BaseRecurrentLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.model.network.indrnn.FrameMatrix;

/**
 * A recurrent layer for sequences [batch, features, time] with masks [batch, time]: one matrix
 * product over all time for the input, then the recurrence of the subclass; and the reverse for the
 * gradient. At masked frames output and state are 0 and nothing is learned. What the forward pass
 * of training computed is kept for the backward pass.
 *
 * @param <C> the configuration
 */
public abstract class GatedLayer<C extends GatedRecurrent> extends BaseRecurrentLayer<C> {
  private static final long serialVersionUID = 1L;

  private final transient TimeMajor inputs;
  private final transient TimeMajor gates;
  private final transient TimeMajor errors;
  private transient boolean recorded;

  protected GatedLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
    inputs = new TimeMajor(type);
    gates = new TimeMajor(type);
    errors = new TimeMajor(type);
  }

  /**
   * The recurrent states by name, shaped for a batch: frames + 1 steps, of which step 0 is the
   * state before the first frame.
   */
  protected abstract Map<String, TimeMajor> states(int frames, int windows);

  /**
   * Runs the recurrence over all frames.
   *
   * @param projection W x of each frame; left as whatever {@link #recurBack} wants to find there
   * @param live one flag a frame, step by step, [frames x windows]; null where all are live
   * @return one of the states: the layer's output from step 1 on
   */
  protected abstract TimeMajor recur(TimeMajor projection, boolean[] live);

  /**
   * Carries a gradient back through the last {@link #recur} and fills the gradients of all
   * parameters but W.
   *
   * @param projection as recur left it; receives dL/d(W x) from the first frame on
   * @param epsilon dL/d(output) as the layers above see it; may be used up
   * @param first the first frame that receives a gradient (truncation), usually 0
   */
  protected abstract void recurBack(TimeMajor projection, TimeMajor epsilon, int first);

  @Override
  public void setInput(INDArray input, LayerWorkspaceMgr workspaces) {
    recorded = false;
    super.setInput(input, workspaces);
  }

  @Override
  public void clear() {
    recorded = false;
    super.clear();
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    return forward(Map.of(), training, workspaces);
  }

  @Override
  public INDArray rnnTimeStep(INDArray input, LayerWorkspaceMgr workspaces) {
    setInput(input, workspaces);
    INDArray output = forward(stateMap, false, workspaces);
    keepStates(stateMap);
    return output;
  }

  @Override
  public INDArray rnnActivateUsingStoredState(
      INDArray input, boolean training, boolean storeLast, LayerWorkspaceMgr workspaces) {
    setInput(input, workspaces);
    INDArray output = forward(tBpttStateMap, training, workspaces);
    if (storeLast) {
      keepStates(tBpttStateMap);
    }
    return output;
  }

  @SuppressWarnings("try") // open for its effect
  private void keepStates(Map<String, INDArray> kept) {
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      states(inputs.steps(), inputs.windows())
          .forEach((name, state) -> kept.put(name, state.step(inputs.steps()).dup('c')));
    }
  }

  private INDArray forward(
      Map<String, INDArray> initial, boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    if (input.rank() != 3 || input.size(1) != layerConf().getNIn()) {
      throw new IllegalStateException(
          String.format(
              "Layer %s: expected a sequence [batch, %d, time], got %s",
              layerId(), layerConf().getNIn(), Arrays.toString(input.shape())));
    }
    applyDropOutIfNecessary(training, workspaces);
    FrameMatrix below = FrameMatrix.of(input, dataType, workspaces, ArrayType.FF_WORKING_MEM);
    int frames = below.frames();
    int windows = below.windows();
    inputs.reshape(frames, windows, below.features()).copyFrom(below);
    INDArray weights = getParam(GatedParameters.WEIGHT_KEY);
    gates.reshape(frames, windows, Math.toIntExact(weights.size(1)));
    Nd4j.gemm(inputs.rows(), weights, gates.rows(), false, false, 1, 0);
    states(frames, windows).forEach((name, state) -> start(state, initial.get(name)));
    TimeMajor result = recur(gates, live(windows, frames));
    FrameMatrix output =
        FrameMatrix.create(
            workspaces, ArrayType.ACTIVATIONS, dataType, windows, frames, result.features());
    result.copyTo(output, 1);
    recorded = training;
    return output.sequence();
  }

  private static void start(TimeMajor state, INDArray initial) {
    if (initial == null) {
      state.step(0).assign(0);
    } else {
      state.step(0).assign(initial);
    }
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    return tbpttBackpropGradient(epsilon, -1, workspaces);
  }

  @Override
  public Pair<Gradient, INDArray> tbpttBackpropGradient(
      INDArray epsilon, int truncation, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    if (!recorded) {
      forward(Map.of(), true, workspaces);
    }
    FrameMatrix incoming = FrameMatrix.of(epsilon, dataType, workspaces, ArrayType.BP_WORKING_MEM);
    int frames = incoming.frames();
    int first = truncation > 0 ? Math.max(0, frames - truncation) : 0;
    errors.reshape(frames, incoming.windows(), incoming.features()).copyFrom(incoming);
    recurBack(gates, errors, first);
    recorded = false; // what recur left is used up

    INDArray delta = gates.rows(first, frames);
    INDArray onWeights = gradientViews.get(GatedParameters.WEIGHT_KEY);
    Nd4j.gemm(inputs.rows(first, frames), delta, onWeights, true, false, 1, 0);
    Gradient gradient = new DefaultGradient(gradientsFlattened);
    gradientViews.forEach(gradient::setGradientFor);
    INDArray below = layerConf().inputGradient() ? inputGradient(delta, first, workspaces) : null;
    return new Pair<>(gradient, below);
  }

  private INDArray inputGradient(INDArray delta, int first, LayerWorkspaceMgr workspaces) {
    int frames = inputs.steps();
    if (first > 0) {
      inputs.rows(0, first).assign(0);
    }
    INDArray weights = getParam(GatedParameters.WEIGHT_KEY);
    // The inputs have served: their memory takes the gradient.
    Nd4j.gemm(delta, weights, inputs.rows(first, frames), false, true, 1, 0);
    FrameMatrix below =
        FrameMatrix.create(
            workspaces,
            ArrayType.ACTIVATION_GRAD,
            dataType,
            inputs.windows(),
            frames,
            inputs.features());
    inputs.copyTo(below, 0);
    return backpropDropOutIfPresent(below.sequence());
  }

  private boolean[] live(int windows, int frames) {
    if (maskArray == null) {
      return null;
    }
    double[] mask = maskArray.dup('c').castTo(DataType.DOUBLE).data().asDouble();
    boolean[] live = new boolean[mask.length];
    boolean all = true;
    for (int i = 0; i < mask.length; i++) {
      live[(i % frames) * windows + i / frames] = mask[i] != 0;
      all &= mask[i] != 0;
    }
    return all ? null : live;
  }
}
