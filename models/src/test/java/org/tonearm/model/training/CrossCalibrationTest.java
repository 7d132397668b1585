package org.tonearm.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two labels, three folds; what a listener is sure of, it says with probability 0.99. */
class CrossCalibrationTest {
  private static final double[] FIRST = {Math.log(0.99), Math.log(0.01)};

  @Test
  void aFoldsTemperatureIsFittedOnTheOtherFolds() {
    List<HeldOut> scores = new ArrayList<>();
    // The machine is as right as it is sure in folds 1 and 2, and mostly wrong in fold 0.
    for (int fold = 0; fold < 3; fold++) {
      for (int i = 0; i < 100; i++) {
        boolean right = i < (fold == 0 ? 20 : 99);
        scores.add(clip(fold, i, right ? 0 : 1));
      }
    }
    scores.add(clip(0, 100, -1));
    List<ClipScores> calibrated = CrossCalibration.of(scores);
    assertThat(calibrated.stream().map(ClipScores::heldOut)).containsExactlyElementsOf(scores);
    double own = temperature(calibrated, 0);
    double other = temperature(calibrated, 1);
    assertThat(own).isBetween(0.8, 1.3); // fold 0's own errors are not seen
    assertThat(other).isGreaterThan(2); // folds 1 and 2 are each told of them
    assertThat(temperature(calibrated, 2)).isEqualTo(other);
    assertThat(calibrated.get(300).temperatures()).isEqualTo(calibrated.get(0).temperatures());
  }

  @Test
  void nothingIsFittedWhereNoOtherClipHasATruth() {
    List<ClipScores> calibrated = CrossCalibration.of(List.of(clip(0, 1, 0), clip(1, 2, -1)));
    assertThat(temperature(calibrated, 0)).isEqualTo(1);
    assertThat(CrossCalibration.of(List.of())).isEmpty();
  }

  @Test
  void theNetworksShareIsFittedOnTheOtherFolds() {
    List<HeldOut> scores = new ArrayList<>();
    for (int fold = 0; fold < 3; fold++) {
      for (int i = 0; i < 100; i++) {
        boolean networkRight = fold != 0;
        double[] wrong = {FIRST[1], FIRST[0]};
        scores.add(
            new HeldOut(
                "clip " + fold + " " + i,
                "set",
                fold,
                0,
                Map.of(
                    Listeners.NETWORK,
                    networkRight ? FIRST : wrong,
                    Listeners.STATISTICS,
                    i % 2 == 0 ? FIRST : wrong,
                    Listeners.BASELINE,
                    FIRST)));
      }
    }
    List<ClipScores> calibrated = CrossCalibration.of(scores);
    assertThat(calibrated.get(0).networkShare()).isGreaterThan(0.5);
    assertThat(calibrated.get(0).temperatures()).containsOnlyKeys(Listeners.ALL);
    assertThat(calibrated.get(100).networkShare()).isLessThan(calibrated.get(0).networkShare());
  }

  private static double temperature(List<ClipScores> scores, int fold) {
    return scores.stream()
        .filter(s -> s.heldOut().fold() == fold)
        .findFirst()
        .orElseThrow()
        .temperatures()
        .get(Listeners.STATISTICS);
  }

  private static HeldOut clip(int fold, int number, int truth) {
    return new HeldOut(
        "clip " + fold + " " + number, "set", fold, truth, Map.of(Listeners.STATISTICS, FIRST));
  }
}
