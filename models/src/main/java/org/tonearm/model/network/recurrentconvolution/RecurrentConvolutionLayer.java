package org.tonearm.model.network.recurrentconvolution;

import static org.tonearm.model.network.recurrentconvolution.RecurrentConvolutionParamInitializer.BIAS_KEY;
import static org.tonearm.model.network.recurrentconvolution.RecurrentConvolutionParamInitializer.RECURRENT_KEY;
import static org.tonearm.model.network.recurrentconvolution.RecurrentConvolutionParamInitializer.WEIGHT_KEY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The layer that {@link RecurrentConvolution} configures, unrolled over its iterations; the
 * gradient goes back through all of them. What the forward pass of training computed is kept for
 * the backward pass.
 */
public final class RecurrentConvolutionLayer extends BaseLayer<RecurrentConvolution> {
  private static final long serialVersionUID = 1L;

  private transient ResponseNormalisation normalisation;
  private transient Tape tape;

  /** Made by {@link RecurrentConvolution#instantiate}. */
  public RecurrentConvolutionLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  /** What a backward pass needs of its forward pass. */
  private record Tape(Grid grid, PaddedMaps below, List<Step> steps) {}

  /** One state before and after normalisation; without it the same. */
  private record Step(INDArray responses, PaddedMaps state) {}

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
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    long channels = layerConf().getNIn();
    if (input.rank() != 4 || input.size(1) != channels) {
      throw new IllegalStateException(
          String.format(
              "Layer %s: expected maps [batch, %d, height, width], got %s",
              layerId(), channels, Arrays.toString(input.shape())));
    }
    applyDropOutIfNecessary(training, workspaces);
    ArrayType kind = training ? ArrayType.ACTIVATIONS : ArrayType.FF_WORKING_MEM;
    Grid grid =
        new Grid(
            Math.toIntExact(input.size(0)),
            Math.toIntExact(input.size(2)),
            Math.toIntExact(input.size(3)),
            layerConf().kernel());
    PaddedMaps below = new PaddedMaps(workspaces, kind, dataType, grid, channels).with(input);
    INDArray drive = rows(workspaces, ArrayType.FF_WORKING_MEM, grid, layerConf().getNOut());
    below.convolve(getParam(WEIGHT_KEY), drive, true);
    drive.addiRowVector(getParam(BIAS_KEY));

    List<Step> steps = new ArrayList<>();
    Step step = step(drive, null, grid, workspaces, kind);
    steps.add(step);
    for (int t = 1; t <= layerConf().iterations(); t++) {
      step = step(drive, step.state(), grid, workspaces, kind);
      steps.add(step);
    }
    tape = training ? new Tape(grid, below, steps) : null;
    return maps(grid, step.state().rows(), workspaces, ArrayType.ACTIVATIONS);
  }

  private Step step(
      INDArray drive, PaddedMaps before, Grid grid, LayerWorkspaceMgr workspaces, ArrayType kind) {
    long channels = layerConf().getNOut();
    PaddedMaps state = new PaddedMaps(workspaces, kind, dataType, grid, channels);
    INDArray responses =
        layerConf().normalises() ? rows(workspaces, kind, grid, channels) : state.rows();
    responses.assign(drive);
    if (before != null) {
      before.convolve(getParam(RECURRENT_KEY), responses, false);
    }
    Transforms.max(responses, 0, false);
    grid.clearPadding(responses);
    if (layerConf().normalises()) {
      normalisation().normalise(responses, state.rows());
    }
    return new Step(responses, state);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    if (tape == null) {
      activate(true, workspaces);
    }
    Grid grid = tape.grid();
    ArrayType kind = ArrayType.BP_WORKING_MEM;
    long channels = layerConf().getNOut();
    PaddedMaps delta = new PaddedMaps(workspaces, kind, dataType, grid, channels);
    PaddedMaps onDrive = new PaddedMaps(workspaces, kind, dataType, grid, channels);
    INDArray incoming =
        new PaddedMaps(workspaces, kind, dataType, grid, channels).with(epsilon).rows();
    int last = layerConf().iterations();
    for (int t = last; t >= 0; t--) {
      // Responses are 0 in the padding: so are the deltas.
      INDArray responses = tape.steps().get(t).responses();
      INDArray onResponses =
          layerConf().normalises() ? normalisation().back(responses, incoming) : incoming;
      onResponses.muli(responses.gt(0).castTo(dataType), delta.rows());
      onDrive.rows().addi(delta.rows());
      if (t > 0) {
        PaddedMaps before = tape.steps().get(t - 1).state();
        before.weightGradient(delta.rows(), gradientViews.get(RECURRENT_KEY), t == last);
        delta.convolveBack(getParam(RECURRENT_KEY), incoming);
      }
    }
    tape.below().weightGradient(onDrive.rows(), gradientViews.get(WEIGHT_KEY), true);
    gradientViews.get(BIAS_KEY).assign(onDrive.rows().sum(true, 0));

    Gradient gradient = new DefaultGradient(gradientsFlattened);
    gradientViews.forEach(gradient::setGradientFor);
    INDArray below = rows(workspaces, kind, grid, layerConf().getNIn());
    onDrive.convolveBack(getParam(WEIGHT_KEY), below);
    INDArray maps = maps(grid, below, workspaces, ArrayType.ACTIVATION_GRAD);
    tape = null;
    return new Pair<>(gradient, backpropDropOutIfPresent(maps));
  }

  private INDArray rows(LayerWorkspaceMgr workspaces, ArrayType kind, Grid grid, long channels) {
    long[] shape = {grid.rows(), channels};
    return workspaces.createUninitialized(kind, dataType, shape, 'c');
  }

  /** Copies rows out to [images, channels, height, width]. */
  private INDArray maps(Grid grid, INDArray rows, LayerWorkspaceMgr workspaces, ArrayType kind) {
    long[] shape = {grid.images(), rows.size(1), grid.height(), grid.width()};
    INDArray maps = workspaces.createUninitialized(kind, dataType, shape, 'c');
    return maps.assign(grid.inside(rows).permute(0, 3, 1, 2));
  }

  @SuppressWarnings("try") // open for its effect
  private ResponseNormalisation normalisation() {
    if (normalisation == null) {
      try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
        int channels = Math.toIntExact(layerConf().getNOut());
        normalisation = new ResponseNormalisation(channels, dataType);
      }
    }
    return normalisation;
  }
}
