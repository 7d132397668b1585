package org.tonearm.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Hands over to the event thread what comes on another one, many pieces at a time: however fast
 * they come, no more than one errand waits there. Thread-safe.
 *
 * @param <T> what comes
 */
final class Arrivals<T> {
  private final Executor screen;
  private final Consumer<List<T>> taker;
  private List<T> waiting = new ArrayList<>();

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
    if (waiting.size() == 1) {
      screen.execute(this::deliver);
    }
  }

  private void deliver() {
    taker.accept(taken());
  }

  private synchronized List<T> taken() {
    List<T> taken = waiting;
    waiting = new ArrayList<>();
    return taken;
  }
}
