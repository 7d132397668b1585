package org.tonearm.model.network.recurrentconvolution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Lays the parameters out in the network's one vector, in this order, each row by row: W_f [kernel
 * positions x inputs, outputs], W_r [kernel positions x outputs, outputs], b [1, outputs]. Kernel
 * positions run line by line from the upper left.
 */
public final class RecurrentConvolutionParamInitializer implements ParamInitializer {
  /** Weights of the feed-forward convolution. */
  public static final String WEIGHT_KEY = DefaultParamInitializer.WEIGHT_KEY;

  /** Weights of the recurrent convolution. */
  public static final String RECURRENT_KEY = "RW";

  /** Bias. */
  public static final String BIAS_KEY = DefaultParamInitializer.BIAS_KEY;

  private static final RecurrentConvolutionParamInitializer INSTANCE =
      new RecurrentConvolutionParamInitializer();

  private RecurrentConvolutionParamInitializer() {}

  /** The one there is; it has no state. */
  public static RecurrentConvolutionParamInitializer instance() {
    return INSTANCE;
  }

  @Override
  public long numParams(NeuralNetConfiguration configuration) {
    return numParams(configuration.getLayer());
  }

  @Override
  public long numParams(Layer layer) {
    RecurrentConvolution conf = (RecurrentConvolution) layer;
    return conf.getNOut() * (taps(conf) * (conf.getNIn() + conf.getNOut()) + 1);
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return List.of(WEIGHT_KEY, RECURRENT_KEY, BIAS_KEY);
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return List.of(WEIGHT_KEY, RECURRENT_KEY);
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return List.of(BIAS_KEY);
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return !BIAS_KEY.equals(key);
  }

  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return BIAS_KEY.equals(key);
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration configuration, INDArray view, boolean initialise) {
    RecurrentConvolution conf = (RecurrentConvolution) configuration.getLayer();
    Map<String, INDArray> parameters = views(conf, view);
    parameters.keySet().forEach(configuration::addVariable);
    if (initialise) {
      double fanOut = (double) taps(conf) * conf.getNOut();
      for (String key : weightKeys(conf)) {
        INDArray weights = parameters.get(key);
        double fanIn = weights.size(0);
        conf.getWeightInitFn().init(fanIn, fanOut, weights.shape(), 'c', weights);
      }
      parameters.get(BIAS_KEY).assign(conf.getBiasInit());
    }
    return parameters;
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration configuration, INDArray view) {
    return views((RecurrentConvolution) configuration.getLayer(), view);
  }

  private static long taps(RecurrentConvolution conf) {
    return (long) conf.kernel() * conf.kernel();
  }

  private static Map<String, INDArray> views(RecurrentConvolution conf, INDArray view) {
    long out = conf.getNOut();
    long feedForward = taps(conf) * conf.getNIn() * out;
    long recurrent = feedForward + taps(conf) * out * out;
    Map<String, INDArray> views = new LinkedHashMap<>();
    views.put(WEIGHT_KEY, part(view, 0, feedForward, out));
    views.put(RECURRENT_KEY, part(view, feedForward, recurrent, out));
    views.put(BIAS_KEY, part(view, recurrent, recurrent + out, out));
    return views;
  }

  private static INDArray part(INDArray vector, long first, long end, long columns) {
    long[] shape = {(end - first) / columns, columns};
    return Grid.view(vector, shape, new long[] {columns, 1}, first);
  }
}
