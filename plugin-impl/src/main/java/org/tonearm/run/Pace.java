package org.tonearm.run;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How fast work goes on.
 *
 * @param done pieces done
 * @param total pieces in all; empty while that is not known
 * @param elapsed time since the start
 */
public record Pace(long done, OptionalLong total, Duration elapsed) {

  /** Pieces a minute; 0 as long as none is done. */
  public double perMinute() {
    double minutes = elapsed.toMillis() / 60_000.0;
    return minutes > 0 ? done / minutes : 0;
  }

  /** Time left at this pace; empty as long as it can't be told. */
  public Optional<Duration> left() {
    if (done <= 0 || total.isEmpty()) {
      return Optional.empty();
    }
    long rest = Math.max(0, total.getAsLong() - done);
    return Optional.of(Duration.ofMillis(Math.round((double) elapsed.toMillis() * rest / done)));
  }
}
