package org.tonearm.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuietHoursTest {
  @ParameterizedTest
  @CsvSource({
    "22:00-07:00, 22:00, true",
    "22:00-07:00, 00:00, true",
    "22:00-07:00, 06:59, true",
    "22:00-07:00, 07:00, false",
    "22:00-07:00, 21:59, false",
    "9:30 - 17:00, 09:30, true",
    "9:30 - 17:00, 17:00, false",
    "9:30 - 17:00, 03:00, false"
  })
  void areFromTheFirstTimeUpToTheSecond(String hours, String time, boolean quiet) {
    assertThat(QuietHours.parse(hours).at(LocalTime.parse(time))).isEqualTo(quiet);
  }

  @ParameterizedTest
  @ValueSource(strings = {"22:00", "22-7", "25:00-07:00", "07:00-07:00", "", "night"})
  void elseAreRefused(String text) {
    assertThatThrownBy(() -> QuietHours.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
