package org.tonearm.model.network.gru;

import static org.tonearm.model.network.gated.GatedParameters.BIAS_KEY;
import static org.tonearm.model.network.gated.GatedParameters.RECURRENT_KEY;
import static org.tonearm.model.network.gru.GruParameters.RECURRENT_BIAS_KEY;

import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.model.network.gated.GatedLayer;
import org.tonearm.model.network.gated.TimeMajor;

/** The layer that {@link Gru} configures. */
public final class GruLayer extends GatedLayer<Gru> {
  private static final long serialVersionUID = 1L;

  private final transient GruUnits arithmetic;
  private final transient TimeMajor units;
  private final transient TimeMajor products;

  /** Made by {@link Gru#instantiate}. */
  public GruLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
    arithmetic = GruUnits.of(type);
    units = new TimeMajor(type);
    products = new TimeMajor(type);
  }

  @Override
  protected Map<String, TimeMajor> states(int frames, int windows) {
    int count = Math.toIntExact(layerConf().getNOut());
    return Map.of("h", units.reshape(frames + 1, windows, count));
  }

  @Override
  protected TimeMajor recur(TimeMajor projection, boolean[] live) {
    INDArray recurrent = getParam(RECURRENT_KEY);
    products.reshape(projection.steps(), projection.windows(), projection.features());
    arithmetic.begin(projection.windows(), getParam(BIAS_KEY), getParam(RECURRENT_BIAS_KEY));
    for (int t = 0; t < projection.steps(); t++) {
      Nd4j.gemm(units.step(t), recurrent, products.step(t), false, false, 1, 0);
      arithmetic.forward(t, projection, products, units, live);
    }
    return units;
  }

  @Override
  protected void recurBack(TimeMajor projection, TimeMajor epsilon, int first) {
    int frames = projection.steps();
    INDArray recurrent = getParam(RECURRENT_KEY);
    arithmetic.beginBack();
    for (int t = frames - 1; t >= first; t--) {
      if (t < frames - 1) {
        Nd4j.gemm(products.step(t + 1), recurrent, epsilon.step(t), false, true, 1, 1);
      }
      arithmetic.backward(t, projection, products, units, epsilon);
    }
    arithmetic.sums(gradientViews.get(BIAS_KEY), gradientViews.get(RECURRENT_BIAS_KEY));
    INDArray delta = products.rows(first, frames);
    INDArray onRecurrent = gradientViews.get(RECURRENT_KEY);
    Nd4j.gemm(units.rows(first, frames), delta, onRecurrent, true, false, 1, 0);
  }
}
