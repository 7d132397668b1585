package org.tonearm.model.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tonearm.model.network.HeadKind;
import org.tonearm.model.network.paper.PaperNetworks;

/** The chains of Song et al. and of Wu et al. */
class SequenceForwardTest {

  @ParameterizedTest
  @ValueSource(strings = {"song-lstm", "wu-indrnn"})
  void equalsTheGraph(String id) {
    ComputationGraph graph = SequenceNetworks.graph(id, 3);
    NetworkWeights weights = SequenceExtraction.extract(graph, SequenceNetworks.FRAMES, "genre");
    try (DirectForward direct = new DirectForward(weights)) {
      for (int frames : new int[] {SequenceNetworks.FRAMES, 9, 1}) {
        List<float[][]> windows = SequenceNetworks.windows(new Random(frames), 3, frames);
        INDArray expected = graph.outputSingle(SequenceNetworks.array(windows));
        List<NetworkOutput> actual = direct.forward(windows);
        for (int w = 0; w < windows.size(); w++) {
          double[] values = HeadKind.SOFTMAX.activate(actual.get(w).logits().get(0));
          for (int c = 0; c < values.length; c++) {
            assertThat(values[c]).isCloseTo(expected.getDouble(w, c), within(1e-5));
          }
        }
      }
    }
  }

  @Test
  void oneCellIsTheEquation() {
    float[] w = {0.7f, -1.1f, 0.4f, 0.9f};
    float[] r = {-0.3f, 0.8f, 1.2f, -0.6f};
    float[] b = {0.1f, 0.2f, -0.5f, 0.3f};
    float[] out = {1, -1};
    NetworkWeights weights =
        new NetworkWeights(
            3,
            List.of(new NetworkWeights.Lstm(1, 1, w, r, b)),
            NetworkWeights.Pooling.MEAN_MAX,
            List.of(
                new NetworkWeights.Output(
                    "x", HeadKind.SOFTMAX, 2, 2, new float[] {1, -1, 0, 0}, out)));
    float[][] window = {{-1f}, {-2f}, {-0.5f}};
    double h = 0;
    double c = 0;
    double sum = 0;
    double max = Double.NEGATIVE_INFINITY;
    for (float[] x : window) {
      double i = sigmoid(w[0] * x[0] + r[0] * h + b[0]);
      double f = sigmoid(w[1] * x[0] + r[1] * h + b[1]);
      double o = sigmoid(w[2] * x[0] + r[2] * h + b[2]);
      double g = Math.tanh(w[3] * x[0] + r[3] * h + b[3]);
      c = f * c + i * g;
      h = o * Math.tanh(c);
      sum += h;
      max = Math.max(max, h);
    }
    try (DirectForward direct = new DirectForward(weights)) {
      NetworkOutput output = direct.forward(Collections.singletonList(window)).get(0);
      assertThat((double) output.embedding()[0]).isCloseTo(sum / 3, within(1e-6));
      assertThat((double) output.embedding()[1]).isCloseTo(max, within(1e-6)).isNegative();
      assertThat((double) output.logits().get(0)[1]).isCloseTo(-sum / 3 - 1, within(1e-6));
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @ParameterizedTest
  @ValueSource(strings = {"song-lstm", "wu-indrnn"})
  void neitherCompanyNorPlaceChangesABit(String id) {
    Random random = new Random(2);
    List<float[][]> windows = new ArrayList<>();
    for (int frames : new int[] {54, 3, 20, 54, 1, 54, 30, 12, 54, 7, 54}) {
      windows.addAll(SequenceNetworks.windows(random, 1, frames));
    }
    try (DirectForward direct = new DirectForward(SequenceNetworks.weights(id, 4))) {
      List<NetworkOutput> together = direct.forward(windows);
      List<float[][]> order = new ArrayList<>(windows);
      Collections.reverse(order);
      List<NetworkOutput> reversed = direct.forward(order);
      for (int w = 0; w < windows.size(); w++) {
        float[] alone = direct.forward(windows.subList(w, w + 1)).get(0).embedding();
        assertThat(together.get(w).embedding()).isEqualTo(alone);
        assertThat(reversed.get(windows.size() - 1 - w).embedding()).isEqualTo(alone);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"song-lstm, 0.02", "wu-indrnn, 0.05"})
  void roundingIsHarmless(String id, double tolerance) throws Exception {
    NetworkWeights weights = SequenceNetworks.weights(id, 5);
    byte[] file = bytes(weights);
    NetworkWeights read = WeightsFile.read(new ByteArrayInputStream(file), "file");
    assertThat(bytes(read)).as("a second writing").isEqualTo(file);
    assertThat(read.pooling()).isEqualTo(NetworkWeights.Pooling.MEAN);
    assertThat(read.parameters()).isEqualTo(weights.parameters());
    List<float[][]> windows = SequenceNetworks.windows(new Random(6), 12, 54);
    assertThat(Rounding.difference(weights, read, windows)).isLessThan(tolerance).isPositive();
  }

  @Test
  void anLstmTakesOneByteAWeight() throws Exception {
    NetworkWeights weights = SequenceNetworks.weights("song-lstm", 5);
    assertThat(bytes(weights).length).isLessThan((int) (1.02 * weights.parameters()));
  }

  @Test
  void refusesAnotherKindOfGraph() {
    ComputationGraph graph =
        PaperNetworks.byId("dai-lstm-512").orElseThrow().build(SequenceNetworks.INPUTS, 3, 1);
    assertThatThrownBy(() -> SequenceExtraction.extract(graph, 54, "genre"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected");
  }

  private static byte[] bytes(NetworkWeights weights) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WeightsFile.write(weights, out);
    return out.toByteArray();
  }
}
