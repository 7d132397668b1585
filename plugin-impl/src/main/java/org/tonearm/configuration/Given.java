package org.tonearm.configuration;

import java.util.Objects;

/**
 * A value as somebody gave it.
 *
 * @param value a String, Long, Double or Boolean, a List of them, or what else TOML knows
 * @param origin who gave it
 */
public record Given(Object value, Origin origin) {
  /** Checks that nothing is null. */
  public Given {
    Objects.requireNonNull(value);
    Objects.requireNonNull(origin);
  }
}
