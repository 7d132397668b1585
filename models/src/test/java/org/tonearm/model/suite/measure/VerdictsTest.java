package org.tonearm.model.suite.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonearm.model.network.paper.Decision;

class VerdictsTest {
  /** Two of three say 0, faintly; the third says 1, loudly. */
  private static final List<float[]> OUTPUTS =
      List.of(new float[] {0.55f, 0.45f}, new float[] {0.6f, 0.4f}, new float[] {0.01f, 0.99f});

  @Test
  void theMajorityCountsHeadsAndTheLogsCountHowSureTheyAre() {
    assertThat(Verdicts.told(new Decision.Majority(), OUTPUTS)).isZero();
    assertThat(Verdicts.told(new Decision.MeanOfLogs(), OUTPUTS)).isEqualTo(1);
    assertThat(Verdicts.means(OUTPUTS)[1]).isCloseTo(1.84 / 3, within(1e-6));
  }

  @Test
  void aThresholdKeepsSilentBelowItsShare() {
    assertThat(Verdicts.told(new Decision.Threshold(10, 15), OUTPUTS)).isZero();
    assertThat(Verdicts.told(new Decision.Threshold(11, 15), OUTPUTS)).isEqualTo(Verdicts.NONE);
  }

  @Test
  void halfOfSixIsThreeAndHalfOfFifteenEight() {
    Decision half = new Decision.Threshold(1, 2);
    assertThat(Verdicts.told(half, votes(3, 2, 1))).isZero();
    assertThat(Verdicts.told(half, votes(2, 2, 2))).isEqualTo(Verdicts.NONE);
    assertThat(Verdicts.told(half, votes(8, 7, 0))).isZero();
    assertThat(Verdicts.told(half, votes(7, 6, 2))).isEqualTo(Verdicts.NONE);
  }

  /** So many pieces that tell each of three labels. */
  private static List<float[]> votes(int... counts) {
    List<float[]> outputs = new ArrayList<>();
    for (int label = 0; label < counts.length; label++) {
      for (int i = 0; i < counts[label]; i++) {
        float[] output = new float[counts.length];
        output[label] = 1;
        outputs.add(output);
      }
    }
    return outputs;
  }

  @Test
  void aTieGoesToTheHigherMean() {
    List<float[]> tie = List.of(new float[] {0.6f, 0.4f}, new float[] {0.1f, 0.9f});
    assertThat(Verdicts.told(new Decision.Majority(), tie)).isEqualTo(1);
  }

  @Test
  void theAreaCountsPairsInTheRightOrder() {
    // class 0: positives 0.9 and 0.4, negatives 0.4 and 0.1: 3 pairs right, 1 tie: 3.5 of 4
    List<double[]> scores =
        List.of(
            new double[] {0.9, 0.1}, new double[] {0.4, 0.6},
            new double[] {0.4, 0.7}, new double[] {0.1, 0.2});
    int[] truths = {0, 0, 1, 1};
    // class 1: positives 0.7 and 0.2, negatives 0.1 and 0.6: 3 of 4
    assertThat(AreaUnderCurve.of(scores, truths)).isCloseTo((3.5 / 4 + 3.0 / 4) / 2, within(1e-12));
    assertThat(AreaUnderCurve.of(scores, new int[] {0, 0, 0, 0})).isNaN();
  }

  @Test
  void whatADivergedNetworkSaysIsNoVerdictAndNoBetterThanChance() {
    List<float[]> nothing = List.of(new float[] {Float.NaN, Float.NaN});
    for (Decision decision :
        List.of(
            new Decision.Majority(), new Decision.MeanOfLogs(), new Decision.Threshold(0, 15))) {
      assertThat(Verdicts.told(decision, nothing)).isEqualTo(Verdicts.NONE);
    }
    List<double[]> scores = List.of(Verdicts.means(nothing), Verdicts.means(nothing));
    assertThat(AreaUnderCurve.of(scores, new int[] {0, 1})).isEqualTo(0.5);
  }

  @Test
  void aLinearMachineTellsWhatAPlaneParts() {
    List<float[]> rows =
        List.of(
            new float[] {0, 0},
            new float[] {1, 0},
            new float[] {10, 0},
            new float[] {11, 0},
            new float[] {0, 10},
            new float[] {1, 11});
    LinearMachine machine = LinearMachine.train(rows, new int[] {3, 3, 0, 0, 1, 1}, 4, 1);
    double[] scores = machine.scores(new float[] {0.5f, 0});
    assertThat(scores[3]).isGreaterThan(scores[0]).isGreaterThan(scores[1]).isGreaterThan(2);
    assertThat(scores[2]).as("a class without rows").isEqualTo(-1);
    double[] other = machine.scores(new float[] {10.5f, 0});
    assertThat(other[0]).isGreaterThan(other[3]).isGreaterThan(other[1]);
    assertThat(machine.parameters()).isEqualTo(3 * 3);
  }
}
