package org.tonearm.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Files that failed for a reason that lies around them and may pass: no room, no permission, a
 * drive that is gone. They are tried again after one minute, then after twice as long each time, at
 * last every six hours. What fails for a reason of its own waits until it changes. Used by one
 * thread.
 */
final class Retries {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(6);

  /** More than these are found again by the next look through the folders, after a restart. */
  private static final int MOST = 100_000;

  private static final Set<String> PASSING =
      Set.of(
          "attributes",
          "being-written",
          "changed-meanwhile",
          "decoder-timeout",
          "decoder-unavailable",
          "file-locked",
          "file-read-only",
          "folder-read-only",
          "io",
          "journal",
          "journal-busy",
          "missing",
          "no-space",
          "out-of-memory",
          "unreadable");

  private record Waiting(long pause, long due) {}

  private final LongSupplier nanos;
  private final Map<Path, Waiting> waiting = new LinkedHashMap<>();

  /**
   * @param nanos a clock as {@link System#nanoTime()}
   */
  Retries(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** A file failed with a code; it is tried again if that may pass. */
  void failed(Path file, String code) {
    Waiting before = waiting.get(file);
    boolean given = before != null && code.equals("missing") && before.pause() >= LONGEST.toNanos();
    boolean tooMany = before == null && waiting.size() >= MOST;
    if (!PASSING.contains(code) || given || tooMany) {
      waiting.remove(file);
      return;
    }
    long pause = before == null ? FIRST.toNanos() : Math.min(2 * before.pause(), LONGEST.toNanos());
    waiting.put(file, new Waiting(pause, nanos.getAsLong() + pause));
  }

  /** A file came through. */
  void through(Path file) {
    waiting.remove(file);
  }

  /** The files whose pause is over; each is told once, until it is known how it went. */
  List<Path> due() {
    List<Path> due = new ArrayList<>();
    long now = nanos.getAsLong();
    for (Iterator<Map.Entry<Path, Waiting>> each = waiting.entrySet().iterator();
        each.hasNext(); ) {
      Map.Entry<Path, Waiting> one = each.next();
      if (now - one.getValue().due() >= 0) {
        due.add(one.getKey());
        one.setValue(new Waiting(one.getValue().pause(), now + LONGEST.toNanos()));
      }
    }
    return due;
  }
}
