package org.tonearm.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void findsTheTemperatureThatTheScoresWereMadeWith() {
    assertThat(fitted(20_000, Double.POSITIVE_INFINITY)).isCloseTo(3, within(0.15));
  }

  @Test
  void anExpectationDrawsAFewClipsTowardsItAndManyHardly() {
    double few = Math.log(fitted(100, 0.1));
    double fewAlone = Math.log(fitted(100, Double.POSITIVE_INFINITY));
    double many = Math.log(fitted(20_000, 0.1));
    assertThat(fewAlone).isGreaterThan(0.8);
    assertThat(few).isBetween(0.05, 0.6 * fewAlone);
    assertThat(many).isCloseTo(Math.log(3), within(0.1));
  }

  private static double fitted(int count, double deviation) {
    Random random = new Random(2);
    List<double[]> rows = new ArrayList<>();
    List<Integer> truths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] honest = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      double[] p = Calibration.NONE.apply(honest);
      double at = random.nextDouble();
      truths.add(at < p[0] ? 0 : at < p[0] + p[1] ? 1 : 2);
      rows.add(new double[] {3 * honest[0], 3 * honest[1], 3 * honest[2]});
    }
    return Calibration.fit(rows, truths, deviation).temperature();
  }

  @Test
  void sumsToOneAndKeepsTheOrder() {
    double[] p = new Calibration(2).apply(new double[] {-1000, -1001, -900});
    assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-12));
    assertThat(p[2]).isGreaterThan(p[0]).isGreaterThan(p[1]);
  }
}
