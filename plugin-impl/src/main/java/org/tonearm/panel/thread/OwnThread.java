package org.tonearm.panel.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes threads that don't keep the program from ending. */
public final class OwnThread {
  private OwnThread() {}

  /**
   * One thread, started when it is first needed; what it is given runs one after the other.
   *
   * @param name as debuggers show it
   */
  public static ExecutorService named(String name) {
    return Executors.newSingleThreadExecutor(
        runnable -> {
          Thread made = new Thread(runnable, name);
          made.setDaemon(true);
          return made;
        });
  }
}
