package org.tonearm.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void countsByHand() {
    List<Prediction> predictions =
        List.of(
            new Prediction("a", "x", 0, 0, new double[] {0.9, 0.1}),
            new Prediction("b", "x", 0, 0, new double[] {0.4, 0.6}),
            new Prediction("c", "y", 1, 1, new double[] {0.2, 0.8}),
            new Prediction("d", "y", 1, 0, new double[] {0.7, 0.3}));
    Figures figures = Figures.of(predictions, 2);
    assertThat(figures.accuracy()).isEqualTo(0.75);
    assertThat(figures.confusion()).isDeepEqualTo(new int[][] {{2, 1}, {0, 1}});
    assertThat(figures.recall()).containsExactly(2.0 / 3, 1);
    assertThat(figures.precision()).containsExactly(1, 0.5);
    assertThat(figures.meanRecall()).isCloseTo(5.0 / 6, within(1e-12));
    assertThat(figures.precisionAtHalf()).isEqualTo(1);
    assertThat(figures.spread()).isCloseTo(Math.sqrt(0.125), within(1e-12));
    assertThat(Figures.byDataset(predictions, 2).get("x").accuracy()).isEqualTo(0.5);
  }

  @Test
  void calibrationErrorIsTheGapBetweenWordAndDeed() {
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      int truth = i % 10 < 6 ? 0 : 1;
      predictions.add(new Prediction("" + i, "x", 0, truth, new double[] {0.9, 0.1}));
    }
    assertThat(Figures.of(predictions, 2).calibrationError()).isCloseTo(0.3, within(1e-9));
  }
}
