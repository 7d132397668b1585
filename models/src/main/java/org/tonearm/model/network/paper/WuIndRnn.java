package org.tonearm.model.network.paper;

import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.tonearm.model.network.indrnn.IndRnn;
import org.tonearm.model.network.indrnn.RecurrentWeightBound;

/**
 * Wu et al., section II: five IndRNN layers with ReLU (equations 7 and 8).
 *
 * <p>Of the recurrent weights the paper says only that their power over time is kept in range (at
 * equation 9). Ours: at most 2^(1/54) for windows of 54 frames, by Li et al. 2018; they begin
 * between 0 and 0.8, or five layers of sums would saturate the softmax before the first step. There
 * is no normalisation between layers, as the paper tells of none. See {@link WuRecurrent} for the
 * rest.
 */
public final class WuIndRnn extends WuRecurrent {
  private static final double RECURRENT_START = 0.8;

  /** As figure 5 has it. */
  public WuIndRnn() {
    super("wu-indrnn", "Wu et al., II, equations 7 to 9", 96, 0.23);
  }

  @Override
  public ComputationGraph build(int dimensions, int classes, long seed) {
    SequenceStack stack = new SequenceStack(LAYERS, RETAINED, WeightInit.RELU);
    return stack.build(
        index -> layer(index, WIDTH, stack.retainBefore(index)),
        dimensions,
        classes,
        schedule().updater(),
        DataType.FLOAT,
        seed);
  }

  static Layer layer(int index, int width, double retained) {
    return new IndRnn.Builder()
        .nOut(width)
        .recurrentBound(RecurrentWeightBound.forWindow(WINDOW))
        .weightInitRecurrent(new UniformDistribution(0, RECURRENT_START))
        .inputGradient(index > 0)
        .dropOut(retained)
        .build();
  }
}
