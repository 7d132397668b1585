package org.tonearm.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.library.LibraryScan;
import org.tonearm.library.index.FileStat;
import org.tonearm.library.index.FileStats;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackStatus;

/**
 * Watches folders: begins with a look through all of them, since files may have come while nobody
 * watched, and then takes what the events tell. One thread does it all; while it tags, events pile
 * up in the system's queue, and where that overflows the folders are looked through again.
 */
public final class Watch {
  private static final Duration TICK = Duration.ofMillis(500);
  private static final long RETRY = Duration.ofMinutes(1).toNanos();

  /** A look through whole folders makes way for what has come since, and then goes on. */
  private static final long LOOK = Duration.ofMinutes(10).toNanos();

  /** Over an hour in all, since each pause is twice as long as the one before. */
  private static final int RUNS_TRIED = 7;

  private static final int PROBLEMS_TOLD = 1000;

  /**
   * What a watch works with.
   *
   * @param scan lists the tracks of folders
   * @param stats looks at files
   * @param filter which files are taken
   * @param queue where files settle
   * @param batches tags what has settled
   * @param board told how it is getting on
   */
  public record Parts(
      LibraryScan scan,
      FileStats stats,
      WatchFilter filter,
      SettlingQueue queue,
      Batches batches,
      StatusBoard board) {}

  /**
   * How it is to watch.
   *
   * @param roots folders, absolute
   * @param include patterns of file names; empty for audio files
   * @param exclude patterns of file names
   * @param settle how long a file must be still
   * @param quiet hours in which nothing is begun; empty for none
   */
  public record Settings(
      List<Path> roots,
      List<String> include,
      List<String> exclude,
      Duration settle,
      Optional<QuietHours> quiet) {
    /** Copies the lists. */
    public Settings {
      roots = List.copyOf(roots);
      include = List.copyOf(include);
      exclude = List.copyOf(exclude);
    }
  }

  private final EventSource source;
  private final Parts parts;
  private final Settings settings;
  private final WatchListener listener;
  private final Supplier<LocalTime> time;
  private final LongSupplier nanos;
  private final LongSupplier millis;
  private final Handled handled = new Handled();
  private final Set<Path> again = new LinkedHashSet<>();
  private final Set<String> told = new HashSet<>();
  private final Retries retries;
  private long retry;
  private long goOn;
  private int failedRuns;

  /**
   * @param source closed by whoever opened it
   * @param listener told what happens, on the thread that watches
   */
  public Watch(EventSource source, Parts parts, Settings settings, WatchListener listener) {
    this(
        source,
        parts,
        settings,
        listener,
        () -> LocalTime.now(ZoneId.systemDefault()),
        System::nanoTime,
        System::currentTimeMillis);
  }

  Watch(
      EventSource source,
      Parts parts,
      Settings settings,
      WatchListener listener,
      Supplier<LocalTime> time,
      LongSupplier nanos,
      LongSupplier millis) {
    this.source = source;
    this.parts = parts;
    this.settings = settings;
    this.listener = listener;
    this.time = time;
    this.nanos = nanos;
    this.millis = millis;
    this.retry = nanos.getAsLong();
    this.goOn = retry;
    this.retries = new Retries(nanos);
    again.addAll(settings.roots());
  }

  /**
   * Watches.
   *
   * @param stopped asked twice a second: true ends the watch, with the file that is being written
   * @throws InterruptedException if the thread is interrupted
   * @throws TonearmException if for more than an hour no run could be made, as with a full disk
   */
  public void run(BooleanSupplier stopped) throws InterruptedException, TonearmException {
    try {
      while (!stopped.getAsBoolean()) {
        step(TICK, stopped);
      }
    } finally {
      parts.board().doing(WatchStatus.Doing.ENDED, source.ways(), parts.queue().size());
      listener.tick();
    }
  }

  /** One round. */
  void step(Duration most, BooleanSupplier stopped) throws InterruptedException, TonearmException {
    News news = source.await(most);
    news.files().stream().filter(parts.filter()::accepts).forEach(parts.queue()::touched);
    again.addAll(news.again());
    for (Path file : retries.due()) {
      handled.forget(file);
      if (Files.exists(file)) {
        parts.queue().touched(file);
      } else {
        retries.failed(file, "missing"); // Its drive may come back.
      }
    }
    if (quiet()) {
      tell(WatchStatus.Doing.QUIET);
    } else if (nanos.getAsLong() - retry >= 0 && !stopped.getAsBoolean()) {
      tag(stopped);
      tell(WatchStatus.Doing.WAITING);
    }
  }

  private boolean quiet() {
    return settings.quiet().map(hours -> hours.at(time.get())).orElse(false);
  }

  private void tell(WatchStatus.Doing doing) {
    parts.board().doing(doing, source.ways(), parts.queue().size());
    listener.tick();
  }

  private void tag(BooleanSupplier stopped) throws InterruptedException, TonearmException {
    List<SettlingQueue.Settled> settled = parts.queue().due();
    if (settled.isEmpty() && (again.isEmpty() || makesWay())) {
      return;
    }
    Set<Path> through = new LinkedHashSet<>(again);
    long end = nanos.getAsLong() + LOOK;
    try (Stream<Track> scan =
        through.isEmpty() ? Stream.empty() : parts.scan().tracks(request(through))) {
      Batch batch =
          new Batch(
              settled,
              scan.iterator(),
              parts.filter(),
              parts.stats(),
              handled,
              parts.queue(),
              settings.settle(),
              () -> stopped.getAsBoolean() || quiet(),
              () -> nanos.getAsLong() - end >= 0,
              millis);
      try {
        if (batch.hasNext()) {
          tell(WatchStatus.Doing.TAGGING);
          parts.batches().run(batch, (outcome, known) -> finished(batch, outcome, known));
        }
        if (!stopped.getAsBoolean() && !quiet() && batch.exhausted()) {
          again.removeAll(through);
        }
        goOn = nanos.getAsLong() + 2 * settings.settle().toNanos();
        failedRuns = 0;
      } catch (TonearmException e) {
        retry = nanos.getAsLong() + (RETRY << failedRuns);
        failedRuns++;
        parts.board().problem(e.getMessage());
        listener.failed(e);
        if (failedRuns >= RUNS_TRIED) {
          throw e;
        }
      } finally {
        batch.giveBack();
      }
    }
  }

  /** Whether a look that was cut waits for files that came during it to settle. */
  private boolean makesWay() {
    return nanos.getAsLong() - goOn < 0 && parts.queue().size() > 0;
  }

  private TrackRequest request(Set<Path> folders) {
    return new TrackRequest(
        List.copyOf(folders),
        settings.include(),
        settings.exclude(),
        problem -> {
          String sentence = problem.error().getMessage();
          if (told.size() < PROBLEMS_TOLD && told.add(sentence)) {
            parts.board().problem(sentence);
            listener.failed(problem.error());
          }
        });
  }

  private void finished(Batch batch, TrackOutcome outcome, Predicate<Track> known) {
    Path file = outcome.track().path();
    Optional<FileStat> before = batch.through(file);
    if (outcome.status() != TrackStatus.WRITTEN) {
      before.ifPresent(look -> handled.note(file, look));
    } else {
      noteWritten(outcome.track(), known);
    }
    outcome
        .problem()
        .filter(problem -> outcome.status() == TrackStatus.FAILED)
        .ifPresentOrElse(
            problem -> retries.failed(file, problem.code()), () -> retries.through(file));
    parts.board().finished(outcome);
    listener.finished(outcome);
    tell(WatchStatus.Doing.TAGGING);
  }

  /** The own write is told by events too; it is known by how it left the file. */
  private void noteWritten(Track track, Predicate<Track> known) {
    try {
      FileStat look = parts.stats().of(track.path());
      if (known.test(track)) {
        handled.note(track.path(), look);
      }
    } catch (IOException e) {
      // Gone again.
    }
  }
}
