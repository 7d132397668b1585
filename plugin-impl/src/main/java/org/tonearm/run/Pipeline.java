package org.tonearm.run;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;

/**
 * Runs tracks through two stages with a bounded queue between them: several workers take a track
 * each from the scan, listen and plan, and the calling thread finishes one track after the other. A
 * track that fails at a stage is reported with its reason and goes no further; the others do. No
 * more tracks are held than there are workers and places in the queue: the scan waits for them.
 *
 * @param <S> what is run through: tracks, or tracks with what is known of them
 * @param <T> what the first stage hands to the second
 */
public final class Pipeline<S, T> {
  private static final long POLL_MILLIS = 100;

  /** The first stage, run by several threads at a time. */
  @FunctionalInterface
  public interface Preparing<S, T> {
    /** Does for one track all that can be done beside other tracks. */
    T prepare(S item) throws TonearmException, InterruptedException;
  }

  /** The second stage, run by the calling thread. */
  @FunctionalInterface
  public interface Finishing<T> {
    /**
     * Finishes one track, or keeps it until others have come; when it throws, the file is as it
     * was.
     *
     * @param outcomes told of each track that is finished
     */
    void finish(T prepared, RunListener outcomes) throws TonearmException;

    /** All tracks have come. */
    default void end(RunListener outcomes) {}
  }

  /** The rest of a track's way, run by the calling thread. */
  @FunctionalInterface
  private interface Rest {
    void go(RunListener outcomes) throws TonearmException;
  }

  private record Item(Track track, Rest rest) {}

  private final Function<S, Track> trackOf;
  private final Preparing<S, T> first;
  private final Finishing<T> second;
  private final int jobs;

  /**
   * @param trackOf the track of an item, by which it is reported
   * @param preparing first stage
   * @param finishing second stage
   * @param jobs tracks prepared at a time, 1 or more
   */
  public Pipeline(
      Function<S, Track> trackOf, Preparing<S, T> preparing, Finishing<T> finishing, int jobs) {
    this.trackOf = trackOf;
    this.first = preparing;
    this.second = finishing;
    this.jobs = jobs;
  }

  /**
   * Runs until the tracks are through or the run is cancelled. After a cancellation no further
   * track is begun or finished: each file is as it was, or whole with its new tags.
   *
   * @param items begun in this order; asked for one at a time, by one worker at a time
   * @param listener told of each track that came through or failed, in the order of their ends
   * @param cancellation may be requested on any thread
   * @throws InterruptedException if the calling thread is interrupted; workers are then ended too
   * @throws RuntimeException what the scan threw; tracks that came before it are finished
   */
  public void run(Iterator<S> items, RunListener listener, Cancellation cancellation)
      throws InterruptedException {
    BlockingQueue<Item> ready = new ArrayBlockingQueue<>(jobs);
    AtomicInteger preparing = new AtomicInteger(jobs);
    AtomicReference<Throwable> scanFault = new AtomicReference<>();
    ExecutorService workers = Executors.newFixedThreadPool(jobs, Pipeline::worker);
    try {
      for (int i = 0; i < jobs; i++) {
        workers.execute(
            () -> {
              try {
                prepareAll(items, ready, cancellation);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (RuntimeException | Error e) {
                scanFault.compareAndSet(null, e);
              } finally {
                preparing.decrementAndGet();
              }
            });
      }
      while (!cancellation.requested()) {
        boolean last = preparing.get() == 0;
        Item item = ready.poll(last ? 0 : POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (item != null) {
          finish(item, listener);
        } else if (last) {
          second.end(listener);
          rethrow(scanFault.get());
          return;
        }
      }
    } finally {
      workers.shutdownNow();
      workers.awaitTermination(30, TimeUnit.SECONDS);
    }
  }

  private void prepareAll(Iterator<S> items, BlockingQueue<Item> ready, Cancellation cancellation)
      throws InterruptedException {
    Optional<S> item = next(items);
    while (item.isPresent() && !cancellation.requested()) {
      Track track = trackOf.apply(item.get());
      ready.put(new Item(track, prepare(item.get(), track)));
      item = next(items);
    }
  }

  private static void rethrow(Throwable fault) {
    if (fault instanceof RuntimeException exception) {
      throw exception;
    }
    if (fault instanceof Error error) {
      throw error;
    }
  }

  private static <S> Optional<S> next(Iterator<S> items) {
    synchronized (items) {
      return items.hasNext() ? Optional.of(items.next()) : Optional.empty();
    }
  }

  private Rest prepare(S item, Track track) throws InterruptedException {
    try {
      T prepared = first.prepare(item);
      return outcomes -> second.finish(prepared, outcomes);
    } catch (TonearmException e) {
      return outcomes -> outcomes.finished(TrackOutcome.failed(track, TrackProblem.of(e)));
    } catch (RuntimeException | Error e) {
      return outcomes ->
          outcomes.finished(TrackOutcome.failed(track, TrackProblem.unforeseen(track, e)));
    }
  }

  private static void finish(Item item, RunListener outcomes) {
    try {
      item.rest().go(outcomes);
    } catch (TonearmException e) {
      outcomes.finished(TrackOutcome.failed(item.track(), TrackProblem.of(e)));
    } catch (RuntimeException | Error e) {
      outcomes.finished(
          TrackOutcome.failed(item.track(), TrackProblem.unforeseen(item.track(), e)));
    }
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "tonearm-listening");
    thread.setDaemon(true);
    return thread;
  }
}
