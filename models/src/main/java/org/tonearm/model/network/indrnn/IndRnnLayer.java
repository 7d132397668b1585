package org.tonearm.model.network.indrnn;

import static org.tonearm.model.network.indrnn.IndRnnParamInitializer.BIAS_KEY;
import static org.tonearm.model.network.indrnn.IndRnnParamInitializer.GAIN_KEY;
import static org.tonearm.model.network.indrnn.IndRnnParamInitializer.MEAN_KEY;
import static org.tonearm.model.network.indrnn.IndRnnParamInitializer.RECURRENT_KEY;
import static org.tonearm.model.network.indrnn.IndRnnParamInitializer.VARIANCE_KEY;
import static org.tonearm.model.network.indrnn.IndRnnParamInitializer.WEIGHT_KEY;

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

/**
 * The layer that {@link IndRnn} configures: one matrix product over all time steps, then the
 * recurrence; and the reverse for the gradient. What the forward pass of training computed is kept
 * for the backward pass, where Deeplearning4j's own layers compute it again.
 */
public final class IndRnnLayer extends BaseRecurrentLayer<IndRnn> {
  private static final long serialVersionUID = 1L;
  private static final String STATE_KEY = "h";

  private final transient Recurrence recurrence;
  private transient Tape tape;

  /** Made by {@link IndRnn#instantiate}. */
  public IndRnnLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
    recurrence = Recurrence.of(type);
  }

  /** What a backward pass needs of its forward pass; moments are null without normalisation. */
  private record Tape(FrameMatrix input, Recurrence.Moments moments) {}

  @Override
  public void setInput(INDArray input, LayerWorkspaceMgr workspaces) {
    tape = null;
    super.setInput(input, workspaces);
  }

  @Override
  public void clear() {
    tape = null;
    super.clear();
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public boolean updaterDivideByMinibatch(String parameter) {
    return !parameter.equals(MEAN_KEY) && !parameter.equals(VARIANCE_KEY);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    return forward(null, training, workspaces);
  }

  @Override
  public INDArray rnnTimeStep(INDArray input, LayerWorkspaceMgr workspaces) {
    setInput(input, workspaces);
    INDArray output = forward(stateMap.get(STATE_KEY), false, workspaces);
    keepState(stateMap);
    return output;
  }

  @Override
  public INDArray rnnActivateUsingStoredState(
      INDArray input, boolean training, boolean storeLast, LayerWorkspaceMgr workspaces) {
    setInput(input, workspaces);
    INDArray output = forward(tBpttStateMap.get(STATE_KEY), training, workspaces);
    if (storeLast) {
      keepState(tBpttStateMap);
    }
    return output;
  }

  @SuppressWarnings("try") // open for its effect
  private void keepState(Map<String, INDArray> states) {
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      INDArray last = Nd4j.createFromArray(recurrence.lastState());
      states.put(STATE_KEY, last.reshape(-1, layerConf().getNOut()).castTo(dataType));
    }
  }

  @Override
  protected void applyDropOutIfNecessary(boolean training, LayerWorkspaceMgr workspaces) {
    if (training && !dropoutApplied && layerConf().getIDropout() != null) {
      INDArray result = inputModificationAllowed ? input : likeInput(workspaces);
      input =
          layerConf()
              .getIDropout()
              .applyDropout(input, result, getIterationCount(), getEpochCount(), workspaces);
      dropoutApplied = true;
    }
  }

  private INDArray likeInput(LayerWorkspaceMgr workspaces) {
    int windows = Math.toIntExact(input.size(0));
    int features = Math.toIntExact(input.size(1));
    int frames = Math.toIntExact(input.size(2));
    return FrameMatrix.create(workspaces, ArrayType.INPUT, dataType, windows, frames, features)
        .sequence();
  }

  private INDArray forward(INDArray initial, boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    if (input.rank() != 3 || input.size(1) != layerConf().getNIn()) {
      throw new IllegalStateException(
          String.format(
              "Layer %s: expected a sequence [batch, %d, time], got %s",
              layerId(), layerConf().getNIn(), Arrays.toString(input.shape())));
    }
    applyDropOutIfNecessary(training, workspaces);
    ArrayType kind = training ? ArrayType.INPUT : ArrayType.FF_WORKING_MEM;
    FrameMatrix frames = FrameMatrix.of(input, dataType, workspaces, kind);
    int units = Math.toIntExact(layerConf().getNOut());
    FrameMatrix output =
        FrameMatrix.create(
            workspaces, ArrayType.ACTIVATIONS, dataType, frames.windows(), frames.frames(), units);
    Nd4j.gemm(frames.rows(), getParam(WEIGHT_KEY), output.rows(), false, false, 1, 0);

    recurrence.load(output, live());
    Recurrence.Moments moments = training && layerConf().normalises() ? recurrence.moments() : null;
    double[] start = initial == null ? null : vector(initial);
    recurrence.forward(affine(moments), vector(getParam(RECURRENT_KEY)), start, output);
    tape = training ? new Tape(frames, moments) : null;
    return output.sequence();
  }

  /** Normalisation by the batch's moments, or where there are none by the running ones. */
  private Recurrence.Affine affine(Recurrence.Moments moments) {
    double[] shift = vector(getParam(BIAS_KEY));
    double[] scale = new double[shift.length];
    if (!layerConf().normalises()) {
      Arrays.fill(scale, 1);
      return new Recurrence.Affine(scale, shift);
    }
    double[] gain = vector(getParam(GAIN_KEY));
    double[] mean = moments == null ? vector(getParam(MEAN_KEY)) : moments.mean();
    double[] variance = moments == null ? vector(getParam(VARIANCE_KEY)) : moments.variance();
    for (int j = 0; j < scale.length; j++) {
      scale[j] = gain[j] / Math.sqrt(variance[j] + layerConf().varianceFloor());
      shift[j] -= mean[j] * scale[j];
    }
    return new Recurrence.Affine(scale, shift);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    return tbpttBackpropGradient(epsilon, -1, workspaces);
  }

  @Override
  public Pair<Gradient, INDArray> tbpttBackpropGradient(
      INDArray epsilon, int truncation, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    if (tape == null) {
      forward(null, true, workspaces);
    }
    FrameMatrix frames = tape.input();
    FrameMatrix incoming = FrameMatrix.of(epsilon, dataType, workspaces, ArrayType.BP_WORKING_MEM);
    int first = truncation > 0 ? Math.max(0, frames.frames() - truncation) : 0;
    Recurrence.Sums sums = recurrence.backward(incoming, first);

    FrameMatrix delta =
        FrameMatrix.create(
            workspaces,
            ArrayType.BP_WORKING_MEM,
            dataType,
            incoming.windows(),
            incoming.frames(),
            incoming.features());
    assign(RECURRENT_KEY, sums.recurrent());
    assign(BIAS_KEY, sums.delta());
    if (tape.moments() == null) {
      double[] zero = new double[incoming.features()];
      double[] one = new double[incoming.features()];
      Arrays.fill(one, 1);
      recurrence.projectionGradient(one, zero, zero, delta);
    } else {
      normalisationGradient(sums, tape.moments(), delta);
    }
    Nd4j.gemm(frames.rows(), delta.rows(), gradientViews.get(WEIGHT_KEY), true, false, 1, 0);

    Gradient gradient = new DefaultGradient(gradientsFlattened);
    gradientViews.forEach(gradient::setGradientFor);
    INDArray below = layerConf().inputGradient() ? inputGradient(frames, delta, workspaces) : null;
    tape = null;
    return new Pair<>(gradient, below);
  }

  private INDArray inputGradient(
      FrameMatrix frames, FrameMatrix delta, LayerWorkspaceMgr workspaces) {
    FrameMatrix below =
        FrameMatrix.create(
            workspaces,
            ArrayType.ACTIVATION_GRAD,
            dataType,
            frames.windows(),
            frames.frames(),
            frames.features());
    Nd4j.gemm(delta.rows(), getParam(WEIGHT_KEY), below.rows(), false, true, 1, 0);
    return backpropDropOutIfPresent(below.sequence());
  }

  /**
   * Ioffe and Szegedy 2015, section 3, written as one affine map of delta and z: with r = 1 / sqrt
   * (variance + floor) and n live frames, dL/dz = gain r (delta - dL/db / n - r (z - mean) dL/dgain
   * / n).
   */
  private void normalisationGradient(
      Recurrence.Sums sums, Recurrence.Moments moments, FrameMatrix delta) {
    double[] gain = vector(getParam(GAIN_KEY));
    double[] runningMean = vector(getParam(MEAN_KEY));
    double[] runningVariance = vector(getParam(VARIANCE_KEY));
    int units = gain.length;
    double[] onGain = new double[units];
    double[] onDelta = new double[units];
    double[] onProjection = new double[units];
    double[] constant = new double[units];
    double count = Math.max(1, moments.count());
    double share = moments.count() == 0 ? 0 : 1 - layerConf().momentum();
    for (int j = 0; j < units; j++) {
      double mean = moments.mean()[j];
      double variance = moments.variance()[j];
      double r = 1 / Math.sqrt(variance + layerConf().varianceFloor());
      onGain[j] = r * (sums.deltaProjection()[j] - mean * sums.delta()[j]);
      onDelta[j] = gain[j] * r;
      onProjection[j] = -onDelta[j] * r * onGain[j] / count;
      constant[j] = -onDelta[j] * sums.delta()[j] / count - onProjection[j] * mean;
      // A NoOp updater subtracts these from the running moments.
      runningMean[j] = share * (runningMean[j] - mean);
      runningVariance[j] = share * (runningVariance[j] - variance);
    }
    assign(GAIN_KEY, onGain);
    assign(MEAN_KEY, runningMean);
    assign(VARIANCE_KEY, runningVariance);
    recurrence.projectionGradient(onDelta, onProjection, constant, delta);
  }

  private void assign(String parameter, double[] gradient) {
    gradientViews.get(parameter).assign(Nd4j.createFromArray(gradient));
  }

  private static double[] vector(INDArray array) {
    return array.dup('c').castTo(DataType.DOUBLE).data().asDouble();
  }

  private boolean[] live() {
    if (maskArray == null) {
      return null;
    }
    double[] mask = vector(maskArray);
    boolean[] live = new boolean[mask.length];
    boolean all = true;
    for (int i = 0; i < mask.length; i++) {
      live[i] = mask[i] != 0;
      all &= live[i];
    }
    return all ? null : live;
  }
}
