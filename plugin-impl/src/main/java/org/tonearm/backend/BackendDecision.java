package org.tonearm.backend;

import java.util.Objects;

/**
 * Where features are computed, and why.
 *
 * @param card whether on a card
 * @param sentence why, for people
 * @param remedy what would bring a card into use; "" where nothing would, or one is in use
 */
public record BackendDecision(boolean card, String sentence, String remedy) {
  /** Checks that nothing is null. */
  public BackendDecision {
    Objects.requireNonNull(sentence);
    Objects.requireNonNull(remedy);
  }

  static BackendDecision used(String sentence) {
    return new BackendDecision(true, "used: " + sentence, "");
  }

  static BackendDecision notUsed(String sentence, String remedy) {
    return new BackendDecision(false, "not used: " + sentence, remedy);
  }
}
