package org.tonearm.configuration;

import java.util.Objects;

/**
 * Something wrong in the configuration.
 *
 * @param key the setting's full key; "" if the file could not be understood that far
 * @param origin where it stands
 * @param value as it was given, in TOML; "" if there is none
 * @param reason what is wrong with it
 * @param accepted what would be right; "" if the reason says it
 */
public record Fault(String key, Origin origin, String value, String reason, String accepted) {
  /** Checks that nothing is null. */
  public Fault {
    Objects.requireNonNull(key);
    Objects.requireNonNull(origin);
    Objects.requireNonNull(value);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(accepted);
  }

  /** The same wherever it stands: lines move when others come or go. */
  public Fault unplaced() {
    return new Fault(key, new Origin.Standard(), value, reason, accepted);
  }

  /** In one line. */
  public String text() {
    StringBuilder text = new StringBuilder();
    if (origin instanceof Origin.Option option) {
      text.append(option.name()).append(' ').append(value).append(": ");
    } else {
      text.append(origin.text()).append(": ");
      if (!key.isEmpty()) {
        text.append(key).append(value.isEmpty() ? "" : " = " + value).append(": ");
      }
    }
    text.append(reason);
    if (!accepted.isEmpty()) {
      text.append("; accepted: ").append(accepted);
    }
    return text.charAt(text.length() - 1) == '?' ? text.toString() : text.append('.').toString();
  }
}
