package org.tonearm.model.network.inference;

import static org.tonearm.model.network.gated.GatedParameters.RECURRENT_KEY;
import static org.tonearm.model.network.inference.WeightExtraction.narrow;
import static org.tonearm.model.network.inference.WeightExtraction.values;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.tonearm.model.network.HeadKind;
import org.tonearm.model.network.indrnn.IndRnn;
import org.tonearm.model.network.lstm.ProjectedLstm;

/**
 * Takes the weights out of a trained graph of one chain: recurrent layers (IndRNN, or LSTM without
 * peepholes and projection), the mean over time, one softmax. The networks of Song et al. and of Wu
 * et al. are so built.
 */
public final class SequenceExtraction {
  private SequenceExtraction() {}

  /**
   * Copies the weights.
   *
   * @param windowFrames frames of a full window
   * @param head what the softmax is called in the result
   * @throws IllegalArgumentException if the graph has another layer, or is not such a chain
   */
  public static NetworkWeights extract(ComputationGraph graph, int windowFrames, String head) {
    List<NetworkWeights.Layer> layers = new ArrayList<>();
    List<NetworkWeights.Output> heads = new ArrayList<>();
    boolean pooled = false;
    for (Layer layer : graph.getLayers()) {
      org.deeplearning4j.nn.conf.layers.Layer conf = layer.conf().getLayer();
      if (conf instanceof IndRnn && !pooled) {
        layers.add(WeightExtraction.recurrent(layer));
      } else if (conf instanceof ProjectedLstm && !pooled) {
        layers.add(lstm(layer));
      } else if (conf instanceof GlobalPoolingLayer pooling && !pooled) {
        pooled = pooling.getPoolingType() == PoolingType.AVG;
      } else if (conf instanceof OutputLayer output && pooled && heads.isEmpty()) {
        heads.add(output(layer, output, head));
      } else {
        throw new IllegalArgumentException(
            "expected recurrent layers, their mean and a softmax, got " + conf);
      }
    }
    if (heads.isEmpty()) {
      throw new IllegalArgumentException("expected a softmax on the mean over time");
    }
    return new NetworkWeights(windowFrames, layers, NetworkWeights.Pooling.MEAN, heads);
  }

  /** An LSTM layer without peepholes and projection. */
  static NetworkWeights.Lstm lstm(Layer layer) {
    ProjectedLstm conf = (ProjectedLstm) layer.conf().getLayer();
    if (conf.peepholes() || conf.projects()) {
      throw new IllegalArgumentException("expected an LSTM without peepholes and projection");
    }
    return new NetworkWeights.Lstm(
        Math.toIntExact(conf.getNIn()),
        Math.toIntExact(conf.getNOut()),
        narrow(values(layer, DefaultParamInitializer.WEIGHT_KEY)),
        narrow(values(layer, RECURRENT_KEY)),
        narrow(values(layer, DefaultParamInitializer.BIAS_KEY)));
  }

  private static NetworkWeights.Output output(Layer layer, OutputLayer conf, String head) {
    if (!(conf.getActivationFn() instanceof ActivationSoftmax)) {
      throw new IllegalArgumentException("expected a softmax, got " + conf.getActivationFn());
    }
    return new NetworkWeights.Output(
        head,
        HeadKind.SOFTMAX,
        Math.toIntExact(conf.getNIn()),
        Math.toIntExact(conf.getNOut()),
        narrow(values(layer, DefaultParamInitializer.WEIGHT_KEY)),
        narrow(values(layer, DefaultParamInitializer.BIAS_KEY)));
  }
}
