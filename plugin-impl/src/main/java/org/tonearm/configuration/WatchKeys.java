package org.tonearm.configuration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tonearm.watch.QuietHours;

/** The settings of the watch folder. */
final class WatchKeys {
  static final Key<Duration> SETTLE =
      new Key<>(
          "watch.settle",
          Kind.duration(),
          Duration.ofSeconds(5),
          "How long a file must be still before it is taken for whole.");
  static final Key<Optional<Duration>> POLL =
      new Key<>(
          "watch.poll",
          Kind.orWord("auto", Kind.duration()),
          Optional.empty(),
          "auto: the system tells what arrives, and folders on network drives are looked through"
              + " every 60 seconds. A time: all folders are looked through so often.");
  static final Key<Optional<QuietHours>> QUIET_HOURS =
      new Key<>(
          "watch.quiet-hours",
          Kind.orWord("", Kind.hours()),
          Optional.empty(),
          "Hours in which no file is begun, local time; what arrives then is tagged after them."
              + " Empty: none.");
  static final Key<List<String>> DO_NOT_TOUCH =
      new Key<>(
          "watch.do-not-touch",
          Kind.listOf(Kind.glob()),
          List.of(),
          "Files that are left alone: patterns that match the name, or the whole path, such as"
              + " \"/music/samples/**\".");
  static final Key<Duration> HEALTH =
      new Key<>(
          "watch.health",
          Kind.duration(),
          Duration.ofMinutes(10),
          "Time between two lines in the log that say how it is getting on.");
  static final Key<Optional<Integer>> STATUS_PORT =
      new Key<>(
          "watch.status-port",
          Kind.orWord("off", Kind.wholeNumber(1, 65_535)),
          Optional.empty(),
          "Port of a status page for the browser on this computer; it can't be reached from"
              + " others.");

  /** All, in the order in which they are shown. */
  static final List<Key<?>> ALL =
      List.of(SETTLE, POLL, QUIET_HOURS, DO_NOT_TOUCH, HEALTH, STATUS_PORT);

  private WatchKeys() {}
}
