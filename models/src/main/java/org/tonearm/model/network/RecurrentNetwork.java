package org.tonearm.model.network;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.tonearm.model.network.indrnn.IndRnn;
import org.tonearm.model.network.lstm.ProjectedLstm;
import org.tonearm.model.network.pooling.MeanMaxPooling;

/**
 * Builds the network: frames [batch, inputs, time] with masks [batch, time], a stack of recurrent
 * layers (Wu et al., figure 3; {@link PictureLayers} with GRU layers), mean and maximum over time
 * as the embedding, and on it one output layer a head, in the heads' order. A label mask [batch, 1]
 * of 0 keeps an example without a label out of that head's loss.
 */
public final class RecurrentNetwork {
  /** The network's input. */
  public static final String INPUT = "frames";

  /** The layer whose activations [batch, values of the trunk's embedding] all heads share. */
  public static final String EMBEDDING = "embedding";

  /** Brings each value of the embedding to mean 0 and deviation 1 before the heads. */
  public static final String EMBEDDING_NORM = "embeddingNorm";

  static final double VARIANCE_FLOOR = 1e-5;
  private static final double MOMENTUM = 0.9;

  /** Recurrent weights begin between 0 and this: a memory of some five frames at most. */
  private static final double RECURRENT_START = 0.8;

  private RecurrentNetwork() {}

  /** Name of a recurrent layer, counted from 0. */
  public static String layer(Cell cell, int index) {
    return cell.toString() + index;
  }

  /**
   * A network with fresh parameters, in single precision.
   *
   * @param seed of the initial parameters; also seeds Nd4j's generator, which dropout draws from
   */
  public static ComputationGraph build(
      TrunkShape trunk, List<Head> heads, Optimisation optimisation, long seed) {
    ComputationGraph network =
        new ComputationGraph(configuration(trunk, heads, optimisation, seed, DataType.FLOAT));
    network.init();
    return network;
  }

  static ComputationGraphConfiguration configuration(
      TrunkShape trunk, List<Head> heads, Optimisation optimisation, long seed, DataType type) {
    NeuralNetConfiguration.Builder settings =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .dataType(type)
            .updater(optimisation.updater())
            .weightInit(WeightInit.RELU);
    if (optimisation.weightDecay() > 0) {
      settings.weightDecay(optimisation.weightDecay(), true);
    }
    ComputationGraphConfiguration.GraphBuilder graph = settings.graphBuilder().addInputs(INPUT);
    PictureLayers pictures = new PictureLayers(graph);
    String below =
        trunk.convolutions().map(shape -> pictures.convolutions(shape, INPUT)).orElse(INPUT);
    for (int i = 0; i < trunk.layers(); i++) {
      if (trunk.cell() == Cell.GRU) {
        below = pictures.bothWays(i, trunk.width(), below);
      } else {
        String name = layer(trunk.cell(), i);
        graph.addLayer(name, recurrentLayer(trunk, i), below);
        below = name;
      }
    }
    graph.addLayer(EMBEDDING, new MeanMaxPooling(), below);
    String above = EMBEDDING;
    if (trunk.normalise()) {
      // Units that remember long have large sums: without this they would drown the others.
      graph.addLayer(
          EMBEDDING_NORM,
          new BatchNormalization.Builder().decay(MOMENTUM).eps(VARIANCE_FLOOR).build(),
          EMBEDDING);
      above = EMBEDDING_NORM;
    }
    for (Head head : heads) {
      graph.addLayer(head.name(), OutputLayers.of(head, trunk.dropout()), above);
    }
    return graph
        .setOutputs(heads.stream().map(Head::name).toArray(String[]::new))
        .setInputTypes(InputType.recurrent(trunk.inputs(), trunk.windowFrames()))
        .build();
  }

  private static Layer recurrentLayer(TrunkShape trunk, int index) {
    return switch (trunk.cell()) {
      case INDRNN -> indRnn(trunk, index);
      case LSTM ->
          new ProjectedLstm.Builder()
              .nOut(trunk.width())
              .weightInit(WeightInit.XAVIER)
              .inputGradient(index > 0)
              .build();
      case GRU -> throw new IllegalArgumentException("GRU layers go both ways");
    };
  }

  private static IndRnn indRnn(TrunkShape trunk, int index) {
    IndRnn.Builder layer =
        new IndRnn.Builder()
            .nOut(trunk.width())
            .recurrentBound(trunk.recurrentBound())
            .weightInitRecurrent(new UniformDistribution(0, RECURRENT_START))
            .normalise(trunk.normalise())
            .inputGradient(index > 0);
    if (index > 0 && trunk.dropout() > 0 && !trunk.normalise()) {
      layer.dropOut(new SpatialDropout(1 - trunk.dropout()));
    }
    return layer.build();
  }
}
