package org.tonearm.run.lock;

import java.time.Duration;
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

  /** With a pause that no user notices. */
  public Waiting(boolean patient, Consumer<String> told, BooleanSupplier givenUp) {
    this(patient, told, givenUp, PAUSE);
  }
}
