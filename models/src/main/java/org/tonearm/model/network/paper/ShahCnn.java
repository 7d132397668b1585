package org.tonearm.model.network.paper;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The convolutional network of Shah et al., 3.4 and 4, without recurrence. How its maps become a
 * verdict is not said; ours takes their mean over time.
 */
public final class ShahCnn extends ShahNetwork {

  /** There are no settings. */
  public ShahCnn() {}

  @Override
  public String id() {
    return "shah-cnn";
  }

  @Override
  public String source() {
    return "Shah et al., 3.4";
  }

  @Override
  public List<PaperFigure> figures() {
    return List.of(new PaperFigure("clips, GTZAN, 80 / 20", 64, "section 4").asMark());
  }

  @Override
  ComputationGraph build(ShahShape shape, int dimensions, int classes, long seed, DataType type) {
    ComputationGraphConfiguration.GraphBuilder graph = shape.convolutions(dimensions, seed, type);
    graph
        .addLayer("mean", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), shape.top())
        .addLayer(ShahShape.OUTPUT, ShahShape.output(classes), "mean")
        .setOutputs(ShahShape.OUTPUT);
    ComputationGraph network = new ComputationGraph(graph.build());
    network.init();
    return network;
  }
}
