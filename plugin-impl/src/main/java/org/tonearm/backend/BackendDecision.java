package org.tonearm.backend;

import java.util.Objects;
import java.util.Optional;

/**
 * Where features are computed, and why.
 *
 * @param pack what computes on a card; empty on the processor
 * @param sentence why, for people
 * @param remedy what would bring a card into use; "" where nothing would, or one is in use
 */
public record BackendDecision(Optional<CudaPack> pack, String sentence, String remedy) {
  /** Checks that nothing is null. */
  public BackendDecision {
    Objects.requireNonNull(pack);
    Objects.requireNonNull(sentence);
    Objects.requireNonNull(remedy);
  }

  static BackendDecision used(CudaPack pack, String sentence) {
    return new BackendDecision(Optional.of(pack), "used: " + sentence, "");
  }

  static BackendDecision notUsed(String sentence, String remedy) {
    return new BackendDecision(Optional.empty(), "not used: " + sentence, remedy);
  }

  /** Both as sentences, such as "A graphics card is not used: there is none. Fetch one." */
  public String told() {
    String told = "A graphics card is " + sentence + ".";
    return remedy.isEmpty() ? told : told + " " + remedy;
  }

  /** Whether on a card. */
  public boolean card() {
    return pack.isPresent();
  }
}
