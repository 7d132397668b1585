package org.tonearm.model.network.paper;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.tonearm.model.network.gru.Gru;
import org.tonearm.model.network.image.MapsToSequence;

/**
 * The recurrent convolutional network of Shah et al., 3.4 to 3.6: four convolutional blocks, whose
 * columns are the frames of two GRU layers, dropout, and a sigmoid a class on what the last one
 * says at the end.
 */
public final class ShahCrnn extends ShahNetwork {

  /** There are no settings. */
  public ShahCrnn() {}

  @Override
  public String id() {
    return "shah-crnn";
  }

  @Override
  public String source() {
    return "Shah et al., 3.4 to 3.6";
  }

  @Override
  public List<PaperFigure> figures() {
    return List.of(new PaperFigure("clips, GTZAN, 80 / 20", 87, "section 4").asMark());
  }

  @Override
  ComputationGraph build(ShahShape shape, int dimensions, int classes, long seed, DataType type) {
    ComputationGraphConfiguration.GraphBuilder graph = shape.convolutions(dimensions, seed, type);
    graph
        .addLayer("gru0", gru(shape), new MapsToSequence(shape.channels()), shape.top())
        .addLayer("gru1", gru(shape), "gru0")
        .addVertex("last", new LastTimeStepVertex(ShahShape.INPUT), "gru1");
    String below = "last";
    if (shape.dropout() > 0) {
      graph.addLayer("drop", shape.dropped(), "last");
      below = "drop";
    }
    graph.addLayer(ShahShape.OUTPUT, ShahShape.output(classes), below).setOutputs(ShahShape.OUTPUT);
    ComputationGraph network = new ComputationGraph(graph.build());
    network.init();
    return network;
  }

  private static Gru gru(ShahShape shape) {
    return new Gru.Builder().nOut(shape.units()).weightInit(WeightInit.XAVIER).build();
  }
}
