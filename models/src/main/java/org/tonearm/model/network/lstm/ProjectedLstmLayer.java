package org.tonearm.model.network.lstm;

import static org.tonearm.model.network.gated.GatedParameters.BIAS_KEY;
import static org.tonearm.model.network.gated.GatedParameters.RECURRENT_KEY;
import static org.tonearm.model.network.lstm.LstmParameters.PEEPHOLE_KEY;
import static org.tonearm.model.network.lstm.LstmParameters.PROJECTION_KEY;

import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.model.network.gated.GatedLayer;
import org.tonearm.model.network.gated.TimeMajor;

/** The layer that {@link ProjectedLstm} configures. */
public final class ProjectedLstmLayer extends GatedLayer<ProjectedLstm> {
  private static final long serialVersionUID = 1L;

  private final transient LstmCells arithmetic;
  private final transient TimeMajor cells;
  private final transient TimeMajor hidden;
  private final transient TimeMajor projected;
  private final transient TimeMajor onHidden;

  /** Made by {@link ProjectedLstm#instantiate}. */
  public ProjectedLstmLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
    arithmetic = LstmCells.of(type);
    cells = new TimeMajor(type);
    hidden = new TimeMajor(type);
    projected = new TimeMajor(type);
    onHidden = new TimeMajor(type);
  }

  @Override
  protected Map<String, TimeMajor> states(int frames, int windows) {
    int count = Math.toIntExact(layerConf().cells());
    cells.reshape(frames + 1, windows, count);
    hidden.reshape(frames + 1, windows, count);
    if (!layerConf().projects()) {
      return Map.of("c", cells, "r", hidden);
    }
    projected.reshape(frames + 1, windows, Math.toIntExact(layerConf().getNOut()));
    return Map.of("c", cells, "r", projected);
  }

  @Override
  protected TimeMajor recur(TimeMajor projection, boolean[] live) {
    boolean projects = layerConf().projects();
    TimeMajor output = projects ? projected : hidden;
    INDArray recurrent = getParam(RECURRENT_KEY);
    arithmetic.begin(
        projection.windows(),
        getParam(BIAS_KEY),
        layerConf().peepholes() ? getParam(PEEPHOLE_KEY) : null);
    for (int t = 0; t < projection.steps(); t++) {
      Nd4j.gemm(output.step(t), recurrent, projection.step(t), false, false, 1, 1);
      arithmetic.forward(t, projection, cells, hidden, live);
      if (projects) {
        INDArray weights = getParam(PROJECTION_KEY);
        Nd4j.gemm(hidden.step(t + 1), weights, output.step(t + 1), false, false, 1, 0);
      }
    }
    return output;
  }

  @Override
  protected void recurBack(TimeMajor projection, TimeMajor epsilon, int first) {
    boolean projects = layerConf().projects();
    int frames = projection.steps();
    INDArray recurrent = getParam(RECURRENT_KEY);
    onHidden.reshape(1, projection.windows(), cells.features());
    arithmetic.beginBack();
    for (int t = frames - 1; t >= first; t--) {
      if (t < frames - 1) {
        Nd4j.gemm(projection.step(t + 1), recurrent, epsilon.step(t), false, true, 1, 1);
      }
      if (projects) {
        INDArray weights = getParam(PROJECTION_KEY);
        Nd4j.gemm(epsilon.step(t), weights, onHidden.step(0), false, true, 1, 0);
        arithmetic.backward(t, projection, cells, onHidden, 0);
      } else {
        arithmetic.backward(t, projection, cells, epsilon, t);
      }
    }
    arithmetic.sums(
        gradientViews.get(BIAS_KEY),
        layerConf().peepholes() ? gradientViews.get(PEEPHOLE_KEY) : null);
    TimeMajor output = projects ? projected : hidden;
    INDArray delta = projection.rows(first, frames);
    INDArray onRecurrent = gradientViews.get(RECURRENT_KEY);
    Nd4j.gemm(output.rows(first, frames), delta, onRecurrent, true, false, 1, 0);
    if (projects) {
      INDArray onProjection = gradientViews.get(PROJECTION_KEY);
      INDArray above = epsilon.rows(first, frames);
      Nd4j.gemm(hidden.rows(first + 1, frames + 1), above, onProjection, true, false, 1, 0);
    }
  }
}
