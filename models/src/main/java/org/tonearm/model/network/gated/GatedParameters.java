package org.tonearm.model.network.gated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Lays a gated layer's parameters out in the network's one vector, block after block, matrices
 * column by column. Matrices start as the layer's weight initialisation says, vectors at 0.
 * Stateless.
 */
public abstract class GatedParameters implements ParamInitializer {
  /** Input weights [inputs, gates]. */
  public static final String WEIGHT_KEY = DefaultParamInitializer.WEIGHT_KEY;

  /** Recurrent weights [outputs, gates]. */
  public static final String RECURRENT_KEY = "RW";

  /** Bias, one a gate. */
  public static final String BIAS_KEY = DefaultParamInitializer.BIAS_KEY;

  /**
   * One parameter.
   *
   * @param key its name
   * @param rows inputs of a matrix; 0 for a vector
   * @param columns length, or outputs of a matrix
   * @param units columns of one gate: what counts as outputs for a matrix's initial spread
   */
  public record Block(String key, long rows, long columns, long units) {

    /** A vector. */
    public Block(String key, long length) {
      this(key, 0, length, length);
    }

    long length() {
      return Math.max(1, rows) * columns;
    }
  }

  /** The layer's parameters in their order. */
  protected abstract List<Block> blocks(Layer layer);

  @Override
  public long numParams(NeuralNetConfiguration configuration) {
    return numParams(configuration.getLayer());
  }

  @Override
  public long numParams(Layer layer) {
    return blocks(layer).stream().mapToLong(Block::length).sum();
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return blocks(layer).stream().map(Block::key).toList();
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return blocks(layer).stream().filter(block -> block.rows() > 0).map(Block::key).toList();
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return blocks(layer).stream().filter(block -> block.rows() == 0).map(Block::key).toList();
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return weightKeys(layer).contains(key);
  }

  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return biasKeys(layer).contains(key);
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration configuration, INDArray view, boolean initialise) {
    GatedRecurrent conf = (GatedRecurrent) configuration.getLayer();
    Map<String, INDArray> parameters = views(conf, view);
    parameters.keySet().forEach(configuration::addVariable);
    if (initialise) {
      for (Block block : blocks(conf)) {
        initialise(conf, block, parameters.get(block.key()));
      }
    }
    return parameters;
  }

  private static void initialise(GatedRecurrent conf, Block block, INDArray values) {
    if (block.rows() == 0) {
      values.assign(0);
      return;
    }
    boolean own = block.key().equals(RECURRENT_KEY) && conf.getWeightInitFnRecurrent() != null;
    IWeightInit start = own ? conf.getWeightInitFnRecurrent() : conf.getWeightInitFn();
    start.init((double) block.rows(), (double) block.units(), values.shape(), 'f', values);
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration configuration, INDArray view) {
    return views(configuration.getLayer(), view);
  }

  private Map<String, INDArray> views(Layer layer, INDArray view) {
    INDArray flat = view.reshape(view.length());
    Map<String, INDArray> views = new LinkedHashMap<>();
    long start = 0;
    for (Block block : blocks(layer)) {
      INDArray part = flat.get(NDArrayIndex.interval(start, start + block.length()));
      views.put(
          block.key(), block.rows() == 0 ? part : part.reshape('f', block.rows(), block.columns()));
      start += block.length();
    }
    return views;
  }
}
