package org.tonearm.model.network.indrnn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Lays an IndRNN layer's parameters out in the network's one vector, in this order: W [inputs,
 * units] column by column, then vectors of one value a unit: u, b, and where the layer normalises
 * gain, running mean and running variance.
 */
public final class IndRnnParamInitializer implements ParamInitializer {
  /** Input weights. */
  public static final String WEIGHT_KEY = DefaultParamInitializer.WEIGHT_KEY;

  /** Recurrent weights, one a unit. */
  public static final String RECURRENT_KEY = "u";

  /** Bias; with normalisation its shift. */
  public static final String BIAS_KEY = DefaultParamInitializer.BIAS_KEY;

  /** Normalisation's gain. */
  public static final String GAIN_KEY = "gain";

  /** Running mean of the projection; follows the data, not the gradient. */
  public static final String MEAN_KEY = "mean";

  /** Running biased variance of the projection; follows the data, not the gradient. */
  public static final String VARIANCE_KEY = "variance";

  private static final IndRnnParamInitializer INSTANCE = new IndRnnParamInitializer();

  private IndRnnParamInitializer() {}

  /** The one there is; it has no state. */
  public static IndRnnParamInitializer instance() {
    return INSTANCE;
  }

  @Override
  public long numParams(NeuralNetConfiguration configuration) {
    return numParams(configuration.getLayer());
  }

  @Override
  public long numParams(Layer layer) {
    IndRnn conf = (IndRnn) layer;
    return conf.getNOut() * (conf.getNIn() + paramKeys(layer).size() - 1);
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return ((IndRnn) layer).normalises()
        ? List.of(WEIGHT_KEY, RECURRENT_KEY, BIAS_KEY, GAIN_KEY, MEAN_KEY, VARIANCE_KEY)
        : List.of(WEIGHT_KEY, RECURRENT_KEY, BIAS_KEY);
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return List.of(WEIGHT_KEY);
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return List.of(BIAS_KEY);
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return WEIGHT_KEY.equals(key);
  }

  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return BIAS_KEY.equals(key);
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration configuration, INDArray view, boolean initialise) {
    IndRnn conf = (IndRnn) configuration.getLayer();
    Map<String, INDArray> parameters = views(conf, view);
    parameters.keySet().forEach(configuration::addVariable);
    if (initialise) {
      long in = conf.getNIn();
      long out = conf.getNOut();
      INDArray weights = parameters.get(WEIGHT_KEY);
      conf.getWeightInitFn().init((double) in, (double) out, weights.shape(), 'f', weights);
      INDArray recurrent = parameters.get(RECURRENT_KEY);
      conf.getWeightInitFnRecurrent().init(1, 1, recurrent.shape(), 'c', recurrent);
      parameters.get(BIAS_KEY).assign(conf.getBiasInit());
      if (conf.normalises()) {
        parameters.get(GAIN_KEY).assign(1);
        parameters.get(MEAN_KEY).assign(0);
        parameters.get(VARIANCE_KEY).assign(1);
      }
    }
    return parameters;
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration configuration, INDArray view) {
    return views((IndRnn) configuration.getLayer(), view);
  }

  private Map<String, INDArray> views(IndRnn conf, INDArray view) {
    INDArray flat = view.reshape(view.length());
    long in = conf.getNIn();
    long out = conf.getNOut();
    Map<String, INDArray> views = new LinkedHashMap<>();
    long start = 0;
    for (String key : paramKeys(conf)) {
      long length = key.equals(WEIGHT_KEY) ? in * out : out;
      INDArray part = flat.get(NDArrayIndex.interval(start, start + length));
      views.put(key, key.equals(WEIGHT_KEY) ? part.reshape('f', in, out) : part);
      start += length;
    }
    return views;
  }
}
