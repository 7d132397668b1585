package org.tonearm.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Compares analytic gradients with central differences of the loss at some places of each
 * parameter: where networks are too large for Deeplearning4j's own check, which visits all.
 */
public final class SampledGradients {
  private static final double STEP = 1e-6;

  private SampledGradients() {}

  /**
   * Checks a network of double precision without regularisation or dropout.
   *
   * @param places how many values of each parameter are tried
   */
  public static void check(ComputationGraph network, DataSet data, int places) {
    network.setInputs(data.getFeatures());
    network.setLabels(data.getLabels());
    network.computeGradientAndScore();
    Map<String, INDArray> gradients = network.gradient().gradientForVariable();
    assertThat(gradients.keySet()).isEqualTo(network.paramTable().keySet());
    gradients.replaceAll((name, gradient) -> gradient.dup());
    Random random = new Random(3);
    for (Map.Entry<String, INDArray> entry : network.paramTable().entrySet()) {
      INDArray parameter = entry.getValue();
      for (int i = 0; i < places; i++) {
        long[] at = // coordinates: a linear index means another place in another order
            Arrays.stream(parameter.shape()).map(n -> random.nextInt((int) n)).toArray();
        double value = parameter.getDouble(at);
        parameter.putScalar(at, value + STEP);
        double above = network.score(data, true);
        parameter.putScalar(at, value - STEP);
        double below = network.score(data, true);
        parameter.putScalar(at, value);
        double expected = (above - below) / (2 * STEP);
        double actual = gradients.get(entry.getKey()).getDouble(at) / data.numExamples();
        assertThat(actual)
            .as("%s at %s", entry.getKey(), Arrays.toString(at))
            .isCloseTo(expected, within(1e-8 + 1e-4 * Math.abs(expected)));
      }
    }
  }
}
