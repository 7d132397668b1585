package org.tonearm.model.network;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.tonearm.model.network.convolution.Convolution;
import org.tonearm.model.network.convolution.MapNormalisation;
import org.tonearm.model.network.convolution.MaxPooling;
import org.tonearm.model.network.gru.Gru;
import org.tonearm.model.network.image.MapsToSequence;
import org.tonearm.model.network.image.ReversedTime;
import org.tonearm.model.network.image.SequenceToPicture;

/**
 * The part of a graph that hears pictures of sound: convolutions, whose columns are the frames of
 * GRU layers that go through them both ways. The shape is that of Shah et al., 3.4 to 3.6, with
 * smaller convolutions and with both directions of time.
 */
public final class PictureLayers {
  private final GraphBuilder graph;

  PictureLayers(GraphBuilder graph) {
    this.graph = graph;
  }

  /** Name of a block's convolution, counted from 0. */
  public static String convolution(int block) {
    return "convolution" + block;
  }

  /** Name of a block's normalisation. */
  public static String norm(int block) {
    return "norm" + block;
  }

  /** Name of a GRU layer, counted from 0, that goes through time from its beginning. */
  public static String forward(int layer) {
    return RecurrentNetwork.layer(Cell.GRU, layer);
  }

  /** Name of the one that goes through time from its end. */
  public static String backward(int layer) {
    return forward(layer) + "back";
  }

  /** Adds the convolutions; returns the name of their columns. */
  String convolutions(Convolutions shape, String below) {
    graph.addVertex(
        "picture",
        new PreprocessorVertex(new SequenceToPicture(shape.steps(), shape.bands())),
        below);
    String top = "picture";
    for (int i = 0; i < shape.maps().size(); i++) {
      graph
          .addLayer(
              convolution(i),
              new Convolution.Builder(3)
                  .nOut(shape.maps().get(i))
                  .activation(Activation.IDENTITY)
                  .build(),
              top)
          .addLayer(norm(i), new MapNormalisation(), convolution(i))
          .addLayer("pool" + i, new MaxPooling(2, 2), norm(i))
          .addLayer("relu" + i, new ActivationLayer(Activation.RELU), "pool" + i);
      top = "relu" + i;
    }
    graph.addVertex("columns", new PreprocessorVertex(new MapsToSequence(shape.channels())), top);
    return "columns";
  }

  /** Adds a GRU layer of so many units each way; returns the name of both ways' states. */
  String bothWays(int layer, int units, String below) {
    String forward = forward(layer);
    String backward = backward(layer);
    graph
        .addLayer(forward, gru(units), below)
        .addVertex(backward + "in", new PreprocessorVertex(new ReversedTime()), below)
        .addLayer(backward, gru(units), backward + "in")
        .addVertex(backward + "out", new PreprocessorVertex(new ReversedTime()), backward)
        .addVertex(forward + "both", new MergeVertex(), forward, backward + "out");
    return forward + "both";
  }

  private static Gru gru(int units) {
    return new Gru.Builder().nOut(units).weightInit(WeightInit.XAVIER).build();
  }
}
