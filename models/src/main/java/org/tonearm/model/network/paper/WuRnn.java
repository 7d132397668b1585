package org.tonearm.model.network.paper;

import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Wu et al., equation 6 and figure 5: the plain recurrent network that IndRNN is compared with.
 * Ours: the same shape, and the hyperbolic tangent as its activation. See {@link WuRecurrent}.
 */
public final class WuRnn extends WuRecurrent {

  /** As figure 5 has it. */
  public WuRnn() {
    super("wu-rnn", "Wu et al., II, equation 6, and Figure 5", 89, 0.27);
  }

  @Override
  public ComputationGraph build(int dimensions, int classes, long seed) {
    SequenceStack stack = new SequenceStack(LAYERS, RETAINED, WeightInit.XAVIER);
    return stack.build(
        index ->
            new SimpleRnn.Builder()
                .nOut(WIDTH)
                .activation(Activation.TANH)
                .dropOut(stack.retainBefore(index))
                .build(),
        dimensions,
        classes,
        schedule().updater(),
        DataType.FLOAT,
        seed);
  }
}
