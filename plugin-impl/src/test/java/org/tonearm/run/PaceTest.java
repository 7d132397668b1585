package org.tonearm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class PaceTest {
  @Test
  void paceForetellsTheEnd() {
    Pace pace = new Pace(20, OptionalLong.of(50), Duration.ofSeconds(60));
    assertThat(pace.perMinute()).isEqualTo(20);
    assertThat(pace.left()).contains(Duration.ofSeconds(90));
    assertThat(new Pace(0, OptionalLong.of(50), Duration.ofSeconds(60)).left()).isEmpty();
    // Parts may be told out of order.
    assertThat(new Pace(-1, OptionalLong.of(50), Duration.ofSeconds(60)).left()).isEmpty();
    assertThat(new Pace(20, OptionalLong.empty(), Duration.ofSeconds(60)).left()).isEmpty();
  }
}
