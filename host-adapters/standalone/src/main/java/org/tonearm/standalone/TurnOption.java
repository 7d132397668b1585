package org.tonearm.standalone;

import org.tonearm.api.TonearmException;
import org.tonearm.run.lock.RunLock;
import org.tonearm.run.lock.Waiting;
import picocli.CommandLine.Option;

/** One run that writes at a time: the next one waits for its turn, or is refused. */
final class TurnOption {
  @Option(
      names = "--no-wait",
      description = "If another run is writing, end with an error instead of waiting for it.")
  private boolean noWait;

  /** What is done when it is its turn. */
  @FunctionalInterface
  interface Work {
    Integer go() throws TonearmException, InterruptedException;
  }

  /**
   * Does the work when no other run writes.
   *
   * @param writes whether the work itself writes; work that only looks is done at once
   */
  Integer inTurn(Workplace workplace, boolean writes, Work work)
      throws TonearmException, InterruptedException {
    if (!writes) {
      return work.go();
    }
    Waiting waiting =
        Waiting.telling(
            !noWait,
            sentence -> workplace.terminal().err().println(Shown.text(sentence)),
            workplace.cancellation()::requested);
    RunLock lock = RunLock.take(workplace.data().root(), workplace.commandLine(), waiting);
    try {
      return work.go();
    } finally {
      lock.close();
    }
  }
}
