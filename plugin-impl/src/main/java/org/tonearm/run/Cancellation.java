package org.tonearm.run;

/** A wish to end a run early, made on any thread. Can't be taken back. */
public final class Cancellation {
  private volatile boolean requested;

  /** Asks the run to take no further track and to finish the file that is being written. */
  public void request() {
    requested = true;
  }

  /** True after {@link #request()}. */
  public boolean requested() {
    return requested;
  }

  /**
   * Ends work that has nothing to bring to its end first.
   *
   * @throws InterruptedException after {@link #request()}
   */
  public void check() throws InterruptedException {
    if (requested) {
      throw new InterruptedException("given up");
    }
  }
}
