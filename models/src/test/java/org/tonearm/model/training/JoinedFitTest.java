package org.tonearm.model.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JoinedFitTest {
  private final List<Map<String, double[]>> scores = new ArrayList<>();
  private final List<Integer> truths = new ArrayList<>();

  @Test
  void givesTheNetworkItsLeastShareWhereItKnowsNothing() {
    hear(0, 2);

    assertEquals(0.2, JoinedFit.fit(scores, truths).networkShare(), 1e-9);
  }

  @Test
  void givesTheNetworkItsLeastShareWhereMoreIsNotSurelyBetter() {
    hear(0.8, 2.1);

    assertEquals(0.2, JoinedFit.fit(scores, truths).networkShare(), 1e-9);
  }

  @Test
  void followsANetworkThatIsSurelyBetter() {
    hear(3, 0.3);

    assertTrue(JoinedFit.fit(scores, truths).networkShare() > 0.5);
  }

  /** Three hundred clips of three labels; each listener leans to the truth by its strength. */
  private void hear(double network, double statistics) {
    Random random = new Random(4);
    for (int i = 0; i < 300; i++) {
      int truth = i % 3;
      truths.add(truth);
      scores.add(
          Map.of(
              Listeners.NETWORK, answer(random, truth, network),
              Listeners.STATISTICS, answer(random, truth, statistics)));
    }
  }

  private static double[] answer(Random random, int truth, double strength) {
    double[] odds = new double[3];
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      odds[k] = Math.exp(random.nextGaussian() + (k == truth ? strength : 0));
      sum += odds[k];
    }
    for (int k = 0; k < 3; k++) {
      odds[k] = Math.log(odds[k] / sum);
    }
    return odds;
  }
}
