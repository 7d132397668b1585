package org.tonearm.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonearm.model.evaluation.Prediction;

class ThresholdChoiceTest {

  @Test
  void theLowestStepThatIsRightOftenEnough() {
    ThresholdChoice choice = new ThresholdChoice(List.of(told(0.42, false), told(0.62, true)));
    assertThat(choice.chosen()).isEqualTo(0.45);
    assertThat(choice.markdown()).contains("Below 0.45", "the lowest step at which 75 %");
  }

  @Test
  void aStepAtWhichNothingIsToldIsNotRight() {
    ThresholdChoice choice = new ThresholdChoice(List.of(told(0.42, false), told(0.62, false)));
    assertThat(choice.chosen()).isEqualTo(0.95);
    assertThat(choice.markdown())
        .contains("| 0.70 | 0.000 | - |", "Below 0.95", "there is no step at which 75 %")
        .doesNotContain("lowest");
  }

  private static Prediction told(double confidence, boolean right) {
    double other = (1 - confidence) / 2;
    return new Prediction("clip", "set", 0, right ? 0 : 1, new double[] {confidence, other, other});
  }
}
