package org.tonearm.model.network.paper;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.tonearm.model.network.convolution.Convolution;
import org.tonearm.model.network.convolution.MapNormalisation;
import org.tonearm.model.network.convolution.MaxPooling;
import org.tonearm.model.network.updater.RmsPropNesterov;

/**
 * What the two networks of Shah et al. have in common: input, training, and the convolutional part
 * (3.4), blocks of convolution, batch normalisation, max pooling and dropout.
 *
 * <p>Theirs: four blocks, RMSProp with Nesterov momentum (3.6, Algorithm 6), batch 4,
 * cross-entropy, sigmoid outputs. All sizes are ours; see {@link #standard}.
 *
 * @param blocks the blocks, from the input on
 * @param units of each recurrent layer
 * @param dropout share of values dropped after each block and after the recurrence, 0 to below 1
 */
record ShahShape(List<Block> blocks, int units, double dropout) {
  static final String INPUT = "picture";
  static final String OUTPUT = "labels";

  private static final int PIECE = 215;

  /**
   * One block: a convolution of 3 x 3 with the border filled, then its pooling.
   *
   * @param maps of the convolution
   * @param poolBands bands that become one
   * @param poolFrames frames that become one
   */
  record Block(int maps, int poolBands, int poolFrames) {}

  /**
   * Ours: 96 bands end as one, 215 frames (10 s at a hop of 1024, three in the 646 of a clip of 30
   * s) as 9.
   */
  static ShahShape standard() {
    return new ShahShape(
        List.of(
            new Block(32, 2, 2), new Block(64, 3, 2), new Block(64, 4, 2), new Block(128, 4, 3)),
        48,
        0.2);
  }

  static PaperInput input() {
    return new PaperInput(PaperFeature.MEL, PIECE, PIECE, PaperInput.Shape.IMAGE);
  }

  /** Algorithm 6; its rate, rho and alpha (both 0.9) and the number of epochs are ours. */
  static Schedule schedule() {
    return new Schedule(new RmsPropNesterov(2e-4, 0.9, 0.9), 4, 50, 1);
  }

  int channels() {
    return blocks.get(blocks.size() - 1).maps();
  }

  /** A graph with the convolutional part, which ends with a layer of the name returned by top. */
  ComputationGraphConfiguration.GraphBuilder convolutions(int bands, long seed, DataType type) {
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .dataType(type)
            .updater(schedule().updater())
            .weightInit(WeightInit.RELU)
            .graphBuilder()
            .addInputs(INPUT)
            .setInputTypes(InputType.convolutional(bands, PIECE, 1));
    String below = INPUT;
    for (int i = 0; i < blocks.size(); i++) {
      below = block(graph, i, below);
    }
    return graph;
  }

  private String block(ComputationGraphConfiguration.GraphBuilder graph, int i, String below) {
    Block block = blocks.get(i);
    graph
        .addLayer(
            "convolution" + i,
            new Convolution.Builder(3).nOut(block.maps()).activation(Activation.RELU).build(),
            below)
        .addLayer("norm" + i, new MapNormalisation(), "convolution" + i)
        .addLayer("pool" + i, new MaxPooling(block.poolBands(), block.poolFrames()), "norm" + i);
    if (dropout == 0) {
      return "pool" + i;
    }
    graph.addLayer("drop" + i, dropped(), "pool" + i);
    return "drop" + i;
  }

  /** Name of the last layer of the convolutional part. */
  String top() {
    return (dropout == 0 ? "pool" : "drop") + (blocks.size() - 1);
  }

  DropoutLayer dropped() {
    return new DropoutLayer.Builder(1 - dropout).build();
  }

  /** A sigmoid a class (3.5), and binary cross-entropy. */
  static OutputLayer output(int classes) {
    return new OutputLayer.Builder(LossFunction.XENT)
        .nOut(classes)
        .weightInit(WeightInit.XAVIER)
        .activation(Activation.SIGMOID)
        .build();
  }
}
