package org.tonearm.model.network.paper;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Wu et al., figure 5: the LSTM that IndRNN is compared with. Ours: the same shape, and Song et
 * al.'s cell without peepholes, as the paper gives no equations for it. See {@link WuRecurrent}.
 */
public final class WuLstm extends WuRecurrent {

  /** As figure 5 has it. */
  public WuLstm() {
    super("wu-lstm", "Wu et al., IV, Figure 5", 97, 0.68);
  }

  @Override
  public ComputationGraph build(int dimensions, int classes, long seed) {
    SequenceStack stack = new SequenceStack(LAYERS, RETAINED, WeightInit.XAVIER);
    return stack.build(
        index -> SongLstm.lstm(WIDTH, stack.retainBefore(index)),
        dimensions,
        classes,
        schedule().updater(),
        DataType.FLOAT,
        seed);
  }
}
