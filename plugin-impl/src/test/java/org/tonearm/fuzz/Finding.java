package org.tonearm.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.TonearmException;

/** What one file came to. */
final class Finding {
  private final Map<String, String> outcomes = new LinkedHashMap<>();
  private Throwable offence;

  void outcome(String step, String outcome) {
    outcomes.put(step, outcome);
  }

  /** A reason with a code, a message and a remedy is what a damaged file is to get. */
  void refused(String step, TonearmException reason) {
    outcomes.put(step, reason.code());
    boolean worded =
        !reason.code().isBlank()
            && !reason.code().equals("internal")
            && !reason.remedy().isBlank()
            && reason.getMessage() != null;
    if (!worded) {
      offence(step, reason);
    }
  }

  void offence(String step, Throwable thrown) {
    outcomes.put(step, "OFFENCE " + thrown.getClass().getSimpleName());
    if (offence == null) {
      offence = thrown;
    }
  }

  /** By step. */
  Map<String, String> outcomes() {
    return outcomes;
  }

  /** What should not have happened. */
  Optional<Throwable> offence() {
    return Optional.ofNullable(offence);
  }
}
