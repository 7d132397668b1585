package org.tonearm.spark.apply;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.tonearm.spark.journal.JournalFolder;
import org.tonearm.spark.journal.States;
import org.tonearm.spark.store.AudioStores;

/**
 * Writes planned tags into recordings, each once: tried again after a kill, or by two tasks at the
 * same time, the recording's own looks and the journals of all attempts decide what is left to do.
 * A recording that was changed since it was planned is left alone.
 *
 * <p>For one task, and confined to one thread. Where the journal can't be written, the outcomes'
 * iterator throws {@link java.io.UncheckedIOException}, since nothing may be replaced without a
 * note; any other fault costs its own recording only.
 */
public final class Applier implements AutoCloseable {
  private final Desk desk;

  /**
   * @param stores where recordings and output lie
   * @param journal the output's journals
   * @param settings what holds for all recordings
   * @throws IOException if there is no room for copies on this machine
   */
  public Applier(AudioStores stores, JournalFolder journal, ApplySettings settings)
      throws IOException {
    this.desk = new Desk(Objects.requireNonNull(stores), journal, settings);
  }

  /**
   * Applies plans as their outcomes are asked for, in order, one outcome each. Quick where plans of
   * one {@linkplain JournalFolder#bucketOf bucket} follow each other, right in any order.
   *
   * @param plans taken one at a time; not kept
   */
  public Iterator<ApplyOutcome> apply(Iterator<PlannedChange> plans) {
    return new Outcomes<>(plans, this::apply, desk);
  }

  private ApplyOutcome apply(PlannedChange plan) {
    ApplyJob job;
    try {
      job = new ApplyJob(plan, desk.settings().profile());
    } catch (IllegalArgumentException e) {
      return new ApplyOutcome(
          plan.uri(),
          States.FAILED,
          "plan-malformed",
          plan.uri() + " can't be written as planned: " + e.getMessage(),
          "Make the plan again.",
          "",
          0,
          List.of());
    }
    return new JobRun(desk, job).run();
  }

  @Override
  public void close() throws IOException {
    desk.close();
  }
}
