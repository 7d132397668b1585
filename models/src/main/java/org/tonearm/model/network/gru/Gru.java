package org.tonearm.model.network.gru;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.tonearm.model.network.gated.GatedLayer;
import org.tonearm.model.network.gated.GatedParameters;
import org.tonearm.model.network.gated.GatedRecurrent;

/**
 * Configuration of a layer of gated recurrent units (Cho et al. 2014; Shah et al., 3.5, use two),
 * for sequences [batch, features, time] with masks [batch, time].
 *
 * <p>With * element by element and s the sigmoid:
 *
 * <pre>
 * r_t = s(Wr x_t + Ur h_(t-1) + br)
 * u_t = s(Wu x_t + Uu h_(t-1) + bu)
 * n_t = tanh(Wn x_t + bn + r_t * (Un h_(t-1) + bq))
 * h_t = (1 - u_t) * n_t + u_t * h_(t-1)
 * </pre>
 *
 * <p>The reset gate r acts after the recurrent product, so that a frame costs one product; in Cho
 * et al. it acts before: Un (r_t * h_(t-1)).
 */
public final class Gru extends GatedRecurrent {

  /** For Jackson. */
  private Gru() {}

  private Gru(Builder builder) {
    super(builder);
  }

  @Override
  protected GatedLayer<?> layer(NeuralNetConfiguration configuration, DataType type) {
    return new GruLayer(configuration, type);
  }

  @Override
  public GatedParameters initializer() {
    return GruParameters.instance();
  }

  /** Builds the configuration; the inherited settings hold too, the activation is always tanh. */
  @SuppressWarnings("unchecked") // the parent's build() leaves its type to the caller
  public static final class Builder extends GatedRecurrent.Builder<Builder> {
    @Override
    public Gru build() {
      return new Gru(this);
    }
  }
}
