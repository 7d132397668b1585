package org.tonearm.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tonearm.api.Track;
import org.tonearm.model.training.TrainingListener;
import org.tonearm.run.Cancellation;
import org.tonearm.run.Pipeline;
import org.tonearm.run.RunListener;
import org.tonearm.run.TrackOutcome;

/**
 * One stage of learning over many tracks, several at a time. Those that fail are noted, and the
 * others go on.
 *
 * @param progress told of each track
 * @param cancellation ends the stage early
 * @param jobs tracks at a time, 1 or more
 * @param failed gets the tracks that failed
 */
record TrackWork(
    TrainingListener progress, Cancellation cancellation, int jobs, Consumer<TrackOutcome> failed) {

  /**
   * Does it.
   *
   * @return results in the order of their ends
   * @throws InterruptedException if it was cancelled, or the calling thread interrupted
   */
  <S, T> List<T> run(
      String stage, List<S> items, Function<S, Track> trackOf, Pipeline.Preparing<S, T> work)
      throws InterruptedException {
    List<T> results = new ArrayList<>();
    Counter counter = new Counter(stage, items.size());
    RunListener listener =
        outcome -> {
          failed.accept(outcome);
          counter.step();
        };
    if (!items.isEmpty()) {
      new Pipeline<S, T>(
              trackOf,
              work,
              (result, outcomes) -> {
                results.add(result);
                counter.step();
              },
              jobs)
          .run(items.iterator(), listener, cancellation);
    }
    if (cancellation.requested()) {
      throw new InterruptedException();
    }
    return results;
  }

  /** Confined to the thread that runs the pipeline. */
  private final class Counter {
    private final String stage;
    private final int total;
    private int done;

    Counter(String stage, int total) {
      this.stage = stage;
      this.total = total;
      if (total > 0) {
        progress.progress(stage, 0, total, "");
      }
    }

    void step() {
      done++;
      progress.progress(stage, done, total, "");
    }
  }
}
