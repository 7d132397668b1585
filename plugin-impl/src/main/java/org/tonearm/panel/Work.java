package org.tonearm.panel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonearm.panel.thread.OwnThread;
import org.tonearm.run.Cancellation;
import org.tonearm.run.Pace;

/**
 * Long work, one piece at a time, on a thread of its own. Its methods belong to the event thread,
 * but for those of {@link Going}.
 */
public final class Work implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Work.class);

  /** What is done off the event thread. */
  @FunctionalInterface
  public interface Piece {
    /** Does it, until it is done or the user wants it to end. */
    void go(Going going) throws Exception;
  }

  /** Told on the event thread: work began, went on or ended. */
  @FunctionalInterface
  public interface Listener {
    /** Something changed; {@link Work#current} tells what. */
    void changed();
  }

  /** Work that is going on. Thread-safe. */
  public final class Going {
    private final String title;
    private final long begun = nanos.getAsLong();
    private final Cancellation cancellation = new Cancellation();
    private volatile long done;
    private volatile long total = -1;
    private volatile Optional<String> waitsFor = Optional.empty();
    private final AtomicBoolean telling = new AtomicBoolean();

    private Going(String title) {
      this.title = title;
    }

    /** What it is, in the user's words. */
    public String title() {
      return title;
    }

    /** Requested when the user wants it to end. */
    public Cancellation cancellation() {
      return cancellation;
    }

    /** Notes how far it is. */
    public void done(long pieces) {
      done = pieces;
      tellSoon();
    }

    /** Notes how much there is to do. */
    public void total(long pieces) {
      total = pieces;
      tellSoon();
    }

    /** Notes for whom it waits; empty once it goes on. */
    public void waitsFor(Optional<String> whom) {
      waitsFor = whom;
      tellSoon();
    }

    /** For whom it waits. */
    public Optional<String> waitsFor() {
      return waitsFor;
    }

    /** However fast the pieces are, one errand waits on the event thread. */
    private void tellSoon() {
      if (telling.compareAndSet(false, true)) {
        screen.execute(
            () -> {
              telling.set(false);
              tell();
            });
      }
    }

    /** How fast it goes on. */
    public Pace pace() {
      return new Pace(
          done,
          total < 0 ? OptionalLong.empty() : OptionalLong.of(total),
          Duration.ofNanos(nanos.getAsLong() - begun));
    }
  }

  private final Executor screen;
  private final LongSupplier nanos;
  private final ExecutorService thread;
  private final List<Listener> listeners = new ArrayList<>();
  private Optional<Going> current = Optional.empty();

  /**
   * @param screen runs on the event thread what it is given, in order
   * @param nanos a clock, as of {@link System#nanoTime}
   */
  public Work(Executor screen, LongSupplier nanos) {
    this.screen = screen;
    this.nanos = nanos;
    this.thread = OwnThread.named("tonearm-panel");
  }

  /** Tells of changes from now on. */
  public void listen(Listener listener) {
    listeners.add(listener);
  }

  /** What is going on. */
  public Optional<Going> current() {
    return current;
  }

  /**
   * Begins a piece, unless another one is going on or this was closed.
   *
   * @param ended told on the event thread how it ended: empty if well
   * @return whether it was begun
   */
  public boolean begin(String title, Piece piece, Consumer<Optional<Exception>> ended) {
    if (current.isPresent() || thread.isShutdown()) {
      return false;
    }
    Going going = new Going(title);
    current = Optional.of(going);
    try {
      tell();
    } finally {
      thread.execute(
          () -> {
            Optional<Exception> fault = outcome(piece, going);
            screen.execute(() -> end(fault, ended));
          });
    }
    return true;
  }

  private void end(Optional<Exception> fault, Consumer<Optional<Exception>> ended) {
    current = Optional.empty();
    try {
      tell();
    } finally {
      ended.accept(fault);
    }
  }

  /** Asks what is going on to end after the file that it is at. */
  public void cancel() {
    current.ifPresent(going -> going.cancellation().request());
  }

  /**
   * Waits, after it was closed, until what was going on has ended. On any thread but the event
   * thread.
   *
   * @return whether it ended in time
   */
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    return thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    cancel();
    thread.shutdown();
  }

  /** Also what no one foresaw must give the panel free again. */
  private static Optional<Exception> outcome(Piece piece, Going going) {
    try {
      piece.go(going);
      return Optional.empty();
    } catch (Exception e) {
      return Optional.of(e);
    } catch (Throwable e) {
      LOG.error("Unforeseen in {}", going.title(), e);
      return Optional.of(new IllegalStateException(e));
    }
  }

  private void tell() {
    listeners.forEach(Listener::changed);
  }
}
