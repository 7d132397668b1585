package org.tonearm.model.network.gru;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.tonearm.model.network.gated.GatedParameters;

/**
 * The parameters of a GRU layer: W [inputs, 3 x units] and RW [units, 3 x units] with the columns
 * in the order reset, update, candidate; b [3 x units]; and "q" [units], the bias that the reset
 * gate acts on.
 */
public final class GruParameters extends GatedParameters {
  /** Bias of the candidate's recurrent product. */
  public static final String RECURRENT_BIAS_KEY = "q";

  private static final GruParameters INSTANCE = new GruParameters();

  private GruParameters() {}

  /** The one there is; it has no state. */
  public static GruParameters instance() {
    return INSTANCE;
  }

  @Override
  protected List<Block> blocks(Layer layer) {
    Gru conf = (Gru) layer;
    long units = conf.getNOut();
    return List.of(
        new Block(WEIGHT_KEY, conf.getNIn(), 3 * units, units),
        new Block(RECURRENT_KEY, units, 3 * units, units),
        new Block(BIAS_KEY, 3 * units),
        new Block(RECURRENT_BIAS_KEY, units));
  }
}
