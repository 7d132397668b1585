package org.tonearm.watch;

import java.time.Duration;
import java.util.List;

/** Tells what happens in folders. Used by one thread. */
public interface EventSource extends AutoCloseable {

  /**
   * Waits for news.
   *
   * @param most how long at most
   * @return what happened since the last call; empty if nothing did
   * @throws InterruptedException if the thread is interrupted
   */
  News await(Duration most) throws InterruptedException;

  /** How each folder is watched, in a sentence each. */
  List<String> ways();

  @Override
  void close();
}
