package org.tonearm.configuration;

import java.util.Objects;

/**
 * A setting that holds.
 *
 * @param key full key
 * @param value in TOML
 * @param origin who set it
 */
public record Effective(String key, String value, Origin origin) {
  /** Checks that nothing is null. */
  public Effective {
    Objects.requireNonNull(key);
    Objects.requireNonNull(value);
    Objects.requireNonNull(origin);
  }
}
