package org.tonearm.api.host;

import org.tonearm.api.Stability;

/**
 * What is unsafe, or in the way, at this moment.
 *
 * @param code stable lower-case word of letters and hyphens, such as {@code host-running}
 * @param message what it is, as a sentence
 * @param remedy what to do, as a sentence
 */
@Stability(Stability.Level.EXPERIMENTAL)
public record HostHazard(String code, String message, String remedy) {
  /** Checks that all is said. */
  public HostHazard {
    if (code.isBlank() || message.isBlank() || remedy.isBlank()) {
      throw new IllegalArgumentException("a hazard has a code, a message and a remedy");
    }
  }
}
