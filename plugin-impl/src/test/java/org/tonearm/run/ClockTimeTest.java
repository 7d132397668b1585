package org.tonearm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ClockTimeTest {
  @Test
  void showsTimesAsPlayersDo() {
    assertThat(ClockTime.text(205.4)).isEqualTo("3:25");
    assertThat(ClockTime.text(3723)).isEqualTo("1:02:03");
    assertThat(ClockTime.text(59.6)).isEqualTo("1:00");
    assertThat(ClockTime.text(Duration.ofHours(100))).isEqualTo("100:00:00");
  }
}
