package org.tonearm.panel.view;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time as a clock shows them. */
final class Times {
  private Times() {}

  /** As {@code 3:07}, or {@code 1:02:33} from an hour on. */
  static String clock(double seconds) {
    Duration time = Duration.ofSeconds(Math.round(seconds));
    return time.toHours() > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
  }
}
