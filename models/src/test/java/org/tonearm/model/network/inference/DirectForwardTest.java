package org.tonearm.model.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tonearm.model.network.Cell;
import org.tonearm.model.network.RecurrentNetwork;
import org.tonearm.model.network.TrunkShape;

class DirectForwardTest {

  @ParameterizedTest
  @CsvSource({"INDRNN, true", "INDRNN, false", "LSTM, true", "GRU, false", "GRU, true"})
  void equalsTheGraph(Cell cell, boolean normalise) {
    TrunkShape trunk = RandomNetworks.trunk(cell, normalise);
    ComputationGraph graph = RandomNetworks.trained(trunk, 3);
    List<float[][]> windows =
        cell == Cell.GRU // convolutions are trained on full windows alone
            ? RandomNetworks.full(new Random(1), 9)
            : RandomNetworks.windows(new Random(1), 9);
    graph.setLayerMaskArrays(new INDArray[] {RandomNetworks.mask(windows)}, null);
    var expected = graph.feedForward(RandomNetworks.frames(windows), false);
    NetworkWeights weights = WeightExtraction.extract(graph, trunk, RandomNetworks.HEADS);
    try (DirectForward direct = new DirectForward(weights)) {
      List<NetworkOutput> actual = direct.forward(windows);
      for (int w = 0; w < windows.size(); w++) {
        NetworkOutput output = actual.get(w);
        close(widen(output.embedding()), expected.get(RecurrentNetwork.EMBEDDING).getRow(w));
        for (int h = 0; h < RandomNetworks.HEADS.size(); h++) {
          double[] values = RandomNetworks.HEADS.get(h).kind().activate(output.logits().get(h));
          close(values, expected.get(RandomNetworks.HEADS.get(h).name()).getRow(w));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void neitherCompanyNorThreadsChangeABit(Cell cell) {
    TrunkShape trunk = RandomNetworks.trunk(cell, true);
    ComputationGraph graph = RandomNetworks.trained(trunk, 4);
    List<float[][]> windows = RandomNetworks.windows(new Random(2), 12);
    try (DirectForward direct =
        new DirectForward(WeightExtraction.extract(graph, trunk, RandomNetworks.HEADS))) {
      List<NetworkOutput> together = direct.forward(windows);
      List<NetworkOutput> alone =
          IntStream.range(0, windows.size())
              .parallel()
              .mapToObj(w -> direct.forward(windows.subList(w, w + 1)).get(0))
              .toList();
      for (int w = 0; w < windows.size(); w++) {
        assertThat(alone.get(w).embedding()).isEqualTo(together.get(w).embedding());
        assertThat(alone.get(w).logits().get(0)).isEqualTo(together.get(w).logits().get(0));
      }
    }
  }

  @Test
  void refusesWindowsThatDoNotFit() {
    TrunkShape trunk = RandomNetworks.trunk(false);
    NetworkWeights weights =
        WeightExtraction.extract(RandomNetworks.trained(trunk, 5), trunk, RandomNetworks.HEADS);
    try (DirectForward direct = new DirectForward(weights)) {
      float[][] tooLong = new float[RandomNetworks.FRAMES + 1][RandomNetworks.INPUTS];
      assertThatThrownBy(() -> direct.forward(Collections.singletonList(tooLong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected 1 to 54 frames");
      assertThatThrownBy(() -> direct.forward(Collections.singletonList(new float[3][7])))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected 40 features");
    }
  }

  private static double[] widen(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  /** To 1e-5 of the largest value: five layers add up larger values than a small one shows. */
  private static void close(double[] actual, INDArray expected) {
    assertThat(actual.length).isEqualTo((int) expected.length());
    double tolerance = 1e-5 * Math.max(1, expected.amaxNumber().doubleValue());
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i]).isCloseTo(expected.getDouble(i), within(tolerance));
    }
  }
}
