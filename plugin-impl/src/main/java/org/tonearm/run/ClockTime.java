package org.tonearm.run;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time as a clock shows them. */
public final class ClockTime {
  private ClockTime() {}

  /** As {@code 3:07}, or {@code 1:02:33} from an hour on. */
  public static String text(Duration time) {
    return time.toHours() > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
  }

  /** The same of seconds, to the nearest one. */
  public static String text(double seconds) {
    return text(Duration.ofSeconds(Math.round(seconds)));
  }
}
