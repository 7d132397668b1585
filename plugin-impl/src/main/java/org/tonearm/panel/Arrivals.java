package org.tonearm.panel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Hands over to the event thread what comes on another one, many pieces at a time: however fast
 * they come, no more than one errand waits there, and none takes long. Thread-safe.
 *
 * @param <T> what comes
 */
final class Arrivals<T> {
  /** Pieces of one errand at most. */
  static final int MOST = 500;

  private final Executor screen;
  private final Consumer<List<T>> taker;
  private final Deque<T> waiting = new ArrayDeque<>();
  private boolean sent;

  /**
   * @param screen runs on the event thread what it is given
   * @param taker called there
   */
  Arrivals(Executor screen, Consumer<List<T>> taker) {
    this.screen = screen;
    this.taker = taker;
  }

  synchronized void add(T piece) {
    waiting.add(piece);
    if (!sent) {
      sent = true;
      screen.execute(this::deliver);
    }
  }

  /** Waits, on any thread but the event thread, until all that came was delivered. */
  synchronized void awaitDelivery() throws InterruptedException {
    while (sent) {
      wait();
    }
  }

  private void deliver() {
    try {
      taker.accept(taken());
    } finally { // Whoever waits must not wait for ever because one piece could not be taken.
      synchronized (this) {
        sent = !waiting.isEmpty();
        if (sent) {
          screen.execute(this::deliver);
        } else {
          notifyAll();
        }
      }
    }
  }

  private synchronized List<T> taken() {
    List<T> taken = new ArrayList<>();
    while (taken.size() < MOST && !waiting.isEmpty()) {
      taken.add(waiting.remove());
    }
    return taken;
  }
}
