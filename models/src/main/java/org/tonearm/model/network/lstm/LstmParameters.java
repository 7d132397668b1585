package org.tonearm.model.network.lstm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.tonearm.model.network.gated.GatedParameters;

/**
 * The parameters of an LSTM layer: W [inputs, 4 x cells] and RW [outputs, 4 x cells] with the
 * gates' columns in the order input, forget, output, candidate; b [4 x cells]; with peepholes
 * "peep" [3 x cells] in the order input, forget, output; with a projection "P" [cells, outputs].
 */
public final class LstmParameters extends GatedParameters {
  /** Peephole weights. */
  public static final String PEEPHOLE_KEY = "peep";

  /** Projection. */
  public static final String PROJECTION_KEY = "P";

  private static final LstmParameters INSTANCE = new LstmParameters();

  private LstmParameters() {}

  /** The one there is; it has no state. */
  public static LstmParameters instance() {
    return INSTANCE;
  }

  @Override
  protected List<Block> blocks(Layer layer) {
    ProjectedLstm conf = (ProjectedLstm) layer;
    long cells = conf.cells();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block(WEIGHT_KEY, conf.getNIn(), 4 * cells, cells));
    blocks.add(new Block(RECURRENT_KEY, conf.getNOut(), 4 * cells, cells));
    blocks.add(new Block(BIAS_KEY, 4 * cells));
    if (conf.peepholes()) {
      blocks.add(new Block(PEEPHOLE_KEY, 3 * cells));
    }
    if (conf.projects()) {
      blocks.add(new Block(PROJECTION_KEY, cells, conf.getNOut(), conf.getNOut()));
    }
    return blocks;
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration configuration, INDArray view, boolean initialise) {
    Map<String, INDArray> parameters = super.init(configuration, view, initialise);
    if (initialise) {
      ProjectedLstm conf = (ProjectedLstm) configuration.getLayer();
      long cells = conf.cells();
      INDArray forget = parameters.get(BIAS_KEY).get(NDArrayIndex.interval(cells, 2 * cells));
      forget.assign(conf.forgetBias());
    }
    return parameters;
  }
}
