package org.tonearm.model.network.inference;

import static org.tonearm.model.network.indrnn.IndRnnParamInitializer.BIAS_KEY;
import static org.tonearm.model.network.indrnn.IndRnnParamInitializer.GAIN_KEY;
import static org.tonearm.model.network.indrnn.IndRnnParamInitializer.MEAN_KEY;
import static org.tonearm.model.network.indrnn.IndRnnParamInitializer.RECURRENT_KEY;
import static org.tonearm.model.network.indrnn.IndRnnParamInitializer.VARIANCE_KEY;
import static org.tonearm.model.network.indrnn.IndRnnParamInitializer.WEIGHT_KEY;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tonearm.model.network.Head;
import org.tonearm.model.network.RecurrentNetwork;
import org.tonearm.model.network.TrunkShape;
import org.tonearm.model.network.indrnn.IndRnn;

/** Takes the weights out of a trained graph of {@link RecurrentNetwork}. */
public final class WeightExtraction {
  private WeightExtraction() {}

  /**
   * Copies the weights, with the normalisation's running moments folded in.
   *
   * @param trunk the shape that the graph was built with
   * @param heads the heads wanted, of those that it was built with
   */
  public static NetworkWeights extract(ComputationGraph graph, TrunkShape trunk, List<Head> heads) {
    return new NetworkWeights(
        trunk.windowFrames(),
        layers(graph, trunk),
        heads.stream().map(head -> output(graph, trunk, head)).toList());
  }

  private static List<NetworkWeights.Layer> layers(ComputationGraph graph, TrunkShape trunk) {
    List<NetworkWeights.Layer> layers = new ArrayList<>();
    trunk
        .convolutions()
        .ifPresent(shape -> layers.addAll(PictureExtraction.convolutions(graph, shape)));
    for (int i = 0; i < trunk.layers(); i++) {
      Layer layer = graph.getLayer(RecurrentNetwork.layer(trunk.cell(), i));
      layers.add(
          switch (trunk.cell()) {
            case INDRNN -> recurrent(layer);
            case LSTM -> SequenceExtraction.lstm(layer);
            case GRU -> PictureExtraction.bothWays(graph, trunk, i);
          });
    }
    return layers;
  }

  /** An IndRNN layer, with or without normalisation. */
  static NetworkWeights.Recurrent recurrent(Layer layer) {
    IndRnn conf = (IndRnn) layer.conf().getLayer();
    int inputs = Math.toIntExact(conf.getNIn());
    int units = Math.toIntExact(conf.getNOut());
    double[] weights = values(layer, WEIGHT_KEY);
    double[] bias = values(layer, BIAS_KEY);
    if (conf.normalises()) {
      double[] gain = values(layer, GAIN_KEY);
      double[] mean = values(layer, MEAN_KEY);
      double[] variance = values(layer, VARIANCE_KEY);
      for (int j = 0; j < units; j++) {
        double scale = gain[j] / Math.sqrt(variance[j] + conf.varianceFloor());
        bias[j] -= mean[j] * scale;
        for (int i = 0; i < inputs; i++) {
          weights[i * units + j] *= scale;
        }
      }
    }
    double[] recurrent = values(layer, RECURRENT_KEY);
    return new NetworkWeights.Recurrent(
        inputs, units, narrow(weights), narrow(recurrent), narrow(bias));
  }

  private static NetworkWeights.Output output(ComputationGraph graph, TrunkShape trunk, Head head) {
    Layer layer = graph.getLayer(head.name());
    double[] weights = values(layer, WEIGHT_KEY);
    double[] bias = values(layer, BIAS_KEY);
    if (trunk.normalise()) {
      fold(graph.getLayer(RecurrentNetwork.EMBEDDING_NORM), weights, bias);
    }
    int inputs = weights.length / head.outputs();
    return new NetworkWeights.Output(
        head.name(), head.kind(), inputs, head.outputs(), narrow(weights), narrow(bias));
  }

  /** Folds a batch normalisation of the inputs into an output layer's weights. */
  private static void fold(Layer norm, double[] weights, double[] bias) {
    double[] gain = values(norm, BatchNormalizationParamInitializer.GAMMA);
    double[] shift = values(norm, BatchNormalizationParamInitializer.BETA);
    double[] mean = values(norm, BatchNormalizationParamInitializer.GLOBAL_MEAN);
    double[] variance = variance(norm);
    double floor = ((BatchNormalization) norm.conf().getLayer()).getEps();
    int outputs = bias.length;
    for (int i = 0; i < gain.length; i++) {
      double scale = gain[i] / Math.sqrt(variance[i] + floor);
      for (int k = 0; k < outputs; k++) {
        double weight = weights[i * outputs + k];
        bias[k] += (shift[i] - mean[i] * scale) * weight;
        weights[i * outputs + k] = weight * scale;
      }
    }
  }

  static double[] variance(Layer norm) {
    String key = BatchNormalizationParamInitializer.GLOBAL_LOG_STD;
    if (!norm.paramTable().containsKey(key)) {
      return values(norm, BatchNormalizationParamInitializer.GLOBAL_VAR);
    }
    double[] variance = values(norm, key);
    for (int i = 0; i < variance.length; i++) {
      variance[i] = Math.pow(10, 2 * variance[i]);
    }
    return variance;
  }

  static double[] values(Layer layer, String key) {
    INDArray parameter = layer.getParam(key);
    return parameter.dup('c').data().asDouble();
  }

  static float[] narrow(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }
}
