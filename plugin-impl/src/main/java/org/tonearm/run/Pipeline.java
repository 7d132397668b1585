package org.tonearm.run;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;

/**
 * Runs tracks through two stages with a bounded queue between them: several workers listen, and the
 * calling thread finishes one track after the other. A track that fails at a stage is reported with
 * its reason and goes no further; the others do.
 */
public final class Pipeline {
  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
  private static final long POLL_MILLIS = 100;

  /** The first stage, run by several threads at a time. */
  @FunctionalInterface
  public interface Hearing {
    /** Hears one track. */
    HeardTrack hear(Track track) throws TonearmException, InterruptedException;
  }

  /** The rest of a track's way, run by the calling thread. */
  @FunctionalInterface
  private interface Rest {
    TrackOutcome go() throws TonearmException;
  }

  private record Item(Track track, Rest rest) {}

  private final Hearing hearing;
  private final Finishing finishing;
  private final int jobs;

  /**
   * @param hearing first stage
   * @param finishing second stage
   * @param jobs tracks heard at a time, 1 or more
   */
  public Pipeline(Hearing hearing, Finishing finishing, int jobs) {
    this.hearing = hearing;
    this.finishing = finishing;
    this.jobs = jobs;
  }

  /**
   * Runs until the tracks are through or the run is cancelled. After a cancellation no further
   * track is begun or finished: each file is as it was, or whole with its new tags.
   *
   * @param tracks begun in this order
   * @param listener told of each track that came through or failed, in the order of their ends
   * @param cancellation may be requested on any thread
   * @throws InterruptedException if the calling thread is interrupted; workers are then ended too
   */
  public void run(List<Track> tracks, RunListener listener, Cancellation cancellation)
      throws InterruptedException {
    BlockingQueue<Item> heard = new ArrayBlockingQueue<>(jobs);
    AtomicInteger next = new AtomicInteger();
    AtomicInteger listening = new AtomicInteger(jobs);
    ExecutorService workers = Executors.newFixedThreadPool(jobs, Pipeline::worker);
    try {
      for (int i = 0; i < jobs; i++) {
        workers.execute(
            () -> {
              try {
                listen(tracks, next, heard, cancellation);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } finally {
                listening.decrementAndGet();
              }
            });
      }
      while (!cancellation.requested()) {
        boolean last = listening.get() == 0;
        Item item = heard.poll(last ? 0 : POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (item != null) {
          listener.finished(finish(item));
        } else if (last) {
          return;
        }
      }
    } finally {
      workers.shutdownNow();
      workers.awaitTermination(30, TimeUnit.SECONDS);
    }
  }

  private void listen(
      List<Track> tracks, AtomicInteger next, BlockingQueue<Item> heard, Cancellation cancellation)
      throws InterruptedException {
    int index = next.getAndIncrement();
    while (index < tracks.size() && !cancellation.requested()) {
      Track track = tracks.get(index);
      heard.put(new Item(track, hear(track)));
      index = next.getAndIncrement();
    }
  }

  private Rest hear(Track track) throws InterruptedException {
    try {
      HeardTrack heard = hearing.hear(track);
      return () -> finishing.finish(heard);
    } catch (TonearmException e) {
      return () -> TrackOutcome.failed(track, TrackProblem.of(e));
    } catch (RuntimeException | Error e) {
      return () -> TrackOutcome.failed(track, unforeseen(track, e));
    }
  }

  private static TrackOutcome finish(Item item) {
    try {
      return item.rest().go();
    } catch (TonearmException e) {
      return TrackOutcome.failed(item.track(), TrackProblem.of(e));
    } catch (RuntimeException | Error e) {
      return TrackOutcome.failed(item.track(), unforeseen(item.track(), e));
    }
  }

  private static TrackProblem unforeseen(Track track, Throwable thrown) {
    LOG.debug("Unforeseen at {}", track.path(), thrown);
    if (thrown instanceof OutOfMemoryError) {
      return new TrackProblem(
          "out-of-memory",
          track.path() + ": not enough memory.",
          "Run with fewer --jobs, or give Java more memory: TONEARM_JAVA_OPTS=-Xmx4g.");
    }
    return new TrackProblem(
        "internal",
        track.path() + ": an error in Tonearm itself: " + thrown,
        "Run 'tonearm doctor'; if all is well there, run again with --verbose and report this.");
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "listening");
    thread.setDaemon(true);
    return thread;
  }
}
