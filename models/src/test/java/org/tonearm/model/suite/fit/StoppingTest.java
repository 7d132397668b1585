package org.tonearm.model.suite.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoppingTest {
  private static final Stopping STOPPING = new Stopping(5, 100, 20);

  private static List<Epoch> epochs(double... validation) {
    return Arrays.stream(validation).mapToObj(v -> new Epoch(1, v, 1, 10, 8, 9, 0)).toList();
  }

  @Test
  void stopsWhenFiveEpochsBroughtNothingAndKeepsTheBest() {
    List<Epoch> four = epochs(1.0, 0.5, 0.6, 0.5, 0.7, 0.8);
    assertThat(STOPPING.reason(four)).isEmpty();
    List<Epoch> five = epochs(1.0, 0.5, 0.6, 0.5, 0.7, 0.8, 0.51);
    assertThat(STOPPING.reason(five)).contains(StopReason.STALLED);
    assertThat(Stopping.best(five)).isEqualTo(2);
  }

  @Test
  void stopsWhenTheTimeIsSpent() {
    double[] falling = new double[12];
    Arrays.setAll(falling, i -> 1.0 / (i + 1));
    List<Epoch> twelve = epochs(falling);
    assertThat(STOPPING.reason(twelve.subList(0, 11))).isEmpty();
    assertThat(Stopping.spent(twelve)).isEqualTo(108);
    assertThat(STOPPING.reason(twelve)).contains(StopReason.BUDGET);
  }

  @Test
  void stopsAtTheLastEpochAndWhereTheLossIsNoNumber() {
    assertThat(new Stopping(5, 100, 2).reason(epochs(2, 1))).contains(StopReason.EPOCHS);
    List<Epoch> lost = epochs(1, Double.NaN);
    assertThat(STOPPING.reason(lost)).contains(StopReason.DIVERGED);
    assertThat(Stopping.best(lost)).isEqualTo(1);
    assertThat(Stopping.best(epochs(Double.NaN))).isZero();
  }
}
