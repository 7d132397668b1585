package org.tonearm.model.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tonearm.model.description.SharedWindow;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.network.HeadKind;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.statistics.Standardizer;

class NetworkEnsembleTest {
  private static final int DIMENSIONS = 5;
  private static final Standardizer AS_IT_IS =
      new Standardizer(new float[DIMENSIONS], new float[] {1, 1, 1, 1, 1});

  private final Random random = new Random(3);
  private final NetworkWeights one = network("genre", "mood");
  private final NetworkWeights other = network("genre", "mood");

  @Test
  void saysTheMeanOfItsNetworksLogProbabilities() {
    try (NetworkEnsemble both = new NetworkEnsemble(List.of(group(one, other)), "mood");
        NetworkListener first = new NetworkListener(one, AS_IT_IS, "mood");
        NetworkListener second = new NetworkListener(other, AS_IT_IS, "mood")) {
      for (int frames : new int[] {3, 8, 20}) {
        Frames window = window(frames);
        double[] a = first.logProbabilities(window);
        double[] b = second.logProbabilities(window);
        assertThat(a).isNotEqualTo(b);
        assertThat(both.logProbabilities(new SharedWindow(window)))
            .usingComparatorWithPrecision(1e-12)
            .containsExactly((a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
      }
    }
  }

  @Test
  void equalNetworksOfTwoModelsHearAWindowOnceAndAnswerTheirOwnQuestions() {
    SharedWindow shared = new SharedWindow(window(20));
    SharedWindow unshared = new SharedWindow(shared.frames());
    try (NetworkEnsemble genre = new NetworkEnsemble(List.of(group(one, other)), "genre");
        NetworkEnsemble mood = new NetworkEnsemble(List.of(group(one)), "mood")) {
      double[] told = genre.logProbabilities(shared);
      for (NetworkWeights network : List.of(one, other)) {
        NetworkKey key = NetworkKey.of(network, AS_IT_IS);
        assertThat(shared.once(key, NetworkHeard.class, NetworkEnsembleTest::again).frames())
            .containsExactly(8, 8, 8);
      }
      assertThat(mood.logProbabilities(shared))
          .containsExactly(mood.logProbabilities(unshared))
          .isNotEqualTo(told);
    }
  }

  @Test
  void networksThatAnswerOtherQuestionsAreNoEnsemble() {
    NetworkWeights unlike = network("mood", "genre");
    assertThatThrownBy(() -> group(one, unlike))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("heads differ");
    assertThatThrownBy(() -> group()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ModelParts(null, "mood", 0.2, null, List.of(), null, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static NetworkGroup group(NetworkWeights... networks) {
    return new NetworkGroup(AS_IT_IS, List.of(networks));
  }

  private static NetworkHeard again() {
    throw new AssertionError("heard again");
  }

  private NetworkWeights network(String head, String otherHead) {
    return new NetworkWeights(
        8,
        List.of(
            new NetworkWeights.Recurrent(
                DIMENSIONS, 4, values(4 * DIMENSIONS), values(4), values(4))),
        List.of(head(head), head(otherHead)));
  }

  private NetworkWeights.Output head(String name) {
    return new NetworkWeights.Output(name, HeadKind.SOFTMAX, 8, 2, values(16), values(2));
  }

  private Frames window(int frames) {
    float[][] rows = new float[frames][];
    for (int i = 0; i < frames; i++) {
      rows[i] = values(DIMENSIONS);
    }
    return Frames.of(rows);
  }

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
