package org.tonearm.model.suite.fit;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.tonearm.model.suite.piece.PieceCutter;

/**
 * A trained network of a paper.
 *
 * @param graph with the weights of the best epoch; one thread at a time
 * @param cutter cuts and standardises its input
 * @param epochs all epochs
 * @param reason why it ended
 */
public record TrainedPaper(
    ComputationGraph graph, PieceCutter cutter, List<Epoch> epochs, StopReason reason) {
  /** Copies the list. */
  public TrainedPaper {
    epochs = List.copyOf(epochs);
  }
}
