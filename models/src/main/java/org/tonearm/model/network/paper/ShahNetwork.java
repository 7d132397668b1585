package org.tonearm.model.network.paper;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;

/** What the two networks of Shah et al. answer alike; see {@link ShahShape}. */
abstract class ShahNetwork implements PaperNetwork {

  /** A network of another shape than the standard one. */
  abstract ComputationGraph build(
      ShahShape shape, int dimensions, int classes, long seed, DataType type);

  @Override
  public PaperInput input() {
    return ShahShape.input();
  }

  @Override
  public Schedule schedule() {
    return ShahShape.schedule();
  }

  @Override
  public Decision decision() {
    return new Decision.MeanOfLogs();
  }

  @Override
  public ComputationGraph build(int dimensions, int classes, long seed) {
    return build(ShahShape.standard(), dimensions, classes, seed, DataType.FLOAT);
  }
}
