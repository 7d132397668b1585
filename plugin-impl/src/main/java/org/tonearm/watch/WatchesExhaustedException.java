package org.tonearm.watch;

/** The system gives no more watches on folders (Linux: {@code fs.inotify.max_user_watches}). */
final class WatchesExhaustedException extends Exception {
  private static final long serialVersionUID = 1L;

  WatchesExhaustedException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
