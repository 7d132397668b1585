package org.tonearm.run.lock;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What a run does while another one is writing.
 *
 * @param patient whether it waits; else it is refused at once
 * @param waitsFor given the run that it waits for, as shown to the user; anew when that changes
 * @param unlocked given why the file system has no locks, where it goes on without
 * @param givenUp asked again and again while it waits: true ends the waiting
 * @param pause between two attempts
 */
public record Waiting(
    boolean patient,
    Consumer<String> waitsFor,
    Consumer<String> unlocked,
    BooleanSupplier givenUp,
    Duration pause) {
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** With a pause that no user notices. */
  public Waiting(
      boolean patient,
      Consumer<String> waitsFor,
      Consumer<String> unlocked,
      BooleanSupplier givenUp) {
    this(patient, waitsFor, unlocked, givenUp, PAUSE);
  }

  /**
   * In sentences for who watches a terminal.
   *
   * @param told given each of them
   */
  public static Waiting telling(boolean patient, Consumer<String> told, BooleanSupplier givenUp) {
    return new Waiting(
        patient,
        whom -> told.accept("Another run is writing (" + whom + "). Waiting; Ctrl-C to leave."),
        why ->
            told.accept(
                "Can't tell whether another run is writing, since the data folder's file system"
                    + " has no locks ("
                    + why
                    + "). Going on."),
        givenUp);
  }
}
