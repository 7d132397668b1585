package org.tonearm.audio.worker;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits for what is bound to come, and fails where it does not. */
final class Eventually {
  private Eventually() {}

  /** Until all these processes have ended. */
  static void gone(List<ProcessHandle> processes) throws Exception {
    CompletableFuture<?>[] ends =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(ends).get(60, TimeUnit.SECONDS);
  }
}
