package org.tonearm.run.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What a run does while another one is writing.
 *
 * @param patient whether it waits; else it is refused at once
 * @param told given a sentence for the user: whom it waits for, or that there is no lock
 * @param givenUp asked again and again while it waits: true ends the waiting
 * @param pause between two attempts
 */
public record Waiting(
    boolean patient, Consumer<String> told, BooleanSupplier givenUp, Duration pause) {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private static final String BEFORE = "Another run is writing (";
  private static final String AFTER = "). Waiting; Ctrl-C to leave.";

  /** What is told while a run is waited for. */
  static String sentence(String whom) {
    return BEFORE + whom + AFTER;
  }

  /** Whom a sentence says is waited for; empty if it tells of something else. */
  public static Optional<String> whom(String sentence) {
    return sentence.startsWith(BEFORE) && sentence.endsWith(AFTER)
        ? Optional.of(sentence.substring(BEFORE.length(), sentence.length() - AFTER.length()))
        : Optional.empty();
  }

  /** With a pause that no user notices. */
  public Waiting(boolean patient, Consumer<String> told, BooleanSupplier givenUp) {
    this(patient, told, givenUp, PAUSE);
  }
}
