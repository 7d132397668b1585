package org.tonearm.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.library.LibraryScan;
import org.tonearm.library.index.FileStat;
import org.tonearm.library.index.FileStats;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackProblem;
import org.tonearm.run.TrackStatus;

/** A watch with events, time and runs of a test's own; files are real. */
final class WatchBench implements Batches, WatchListener {
  static final Duration SETTLE = Duration.ofSeconds(5);

  final FakeEvents events = new FakeEvents();
  final List<Path> tagged = new ArrayList<>();
  final List<Integer> runs = new ArrayList<>();
  final List<String> problems = new ArrayList<>();
  final Set<Path> open = new HashSet<>();
  final StatusBoard board = new StatusBoard();
  final Path folder;
  LocalTime time = LocalTime.NOON;
  boolean writes = true;

  /** How long ago files came, as a scan sees it. */
  Duration old = Duration.ZERO;

  boolean broken;

  /** With what code each file fails; "" for none. */
  String code = "";

  boolean stopped;

  /** Asked before each track of a run, with its number in the run. */
  Runnable between = () -> {};

  private final FileStats stats = new FileStats();
  private final Map<Path, FileStat> index = new HashMap<>();
  private long nanos;
  private Watch watch;

  WatchBench(Path folder) {
    this.folder = folder;
    start(List.of(), Optional.empty());
  }

  /** A new process: nothing is remembered but what is on the disk. */
  void start(List<String> doNotTouch, Optional<QuietHours> quiet) {
    SettlingQueue queue = new SettlingQueue(SETTLE, stats, open::contains, () -> nanos);
    WatchFilter filter = new WatchFilter(List.of(), List.of(), doNotTouch);
    watch =
        new Watch(
            events,
            new Watch.Parts(new LibraryScan(), stats, filter, queue, this, board),
            new Watch.Settings(List.of(folder), List.of(), List.of(), SETTLE, quiet),
            this,
            () -> time,
            () -> nanos,
            () -> System.currentTimeMillis() + old.toMillis());
  }

  /** One round of the watch. */
  void step() throws InterruptedException, TonearmException {
    watch.step(Duration.ZERO, () -> stopped);
  }

  /** Time goes by during a run. */
  void pass(Duration time) {
    nanos += time.toNanos();
  }

  /** Time goes by, and a round. */
  void later(Duration time) throws InterruptedException, TonearmException {
    nanos += time.toNanos();
    step();
  }

  /** Rounds until all that was told has settled. */
  void settle() throws InterruptedException, TonearmException {
    step();
    later(SETTLE);
  }

  /** Events are lost, and all is looked through. */
  void looksAgain() throws InterruptedException, TonearmException {
    events.overflow(folder);
    settle();
    later(SETTLE);
  }

  /** A file that has been there for a while. */
  Path old(String name) throws IOException {
    Path file = fresh(name);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
    return file;
  }

  /** A file that has just come. */
  Path fresh(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "audio");
  }

  @Override
  public void run(Iterator<Track> tracks, Told told) throws TonearmException {
    if (broken) {
      throw new ConfigurationException("journal-io", "The journal is full.", "Make room.");
    }
    int before = tagged.size();
    while (tracks.hasNext()) {
      Track track = tracks.next();
      between.run();
      tagged.add(track.path());
      told.finished(tag(track), t -> known(t.path()));
    }
    runs.add(tagged.size() - before);
  }

  private TrackOutcome tag(Track track) {
    if (!code.isEmpty()) {
      TrackProblem problem = new TrackProblem(code, track.path() + ": failed.", "Mend it.");
      return TrackOutcome.failed(track, problem);
    }
    TrackStatus status = writes ? TrackStatus.WRITTEN : TrackStatus.UNCHANGED;
    try {
      if (writes) {
        // As the writer does it: a copy beside, then a rename; the event is of the file's own name.
        Path copy = track.path().resolveSibling(".tonearm-copy");
        Files.writeString(copy, Files.readString(track.path()) + " and tags");
        Files.move(copy, track.path(), StandardCopyOption.REPLACE_EXISTING);
        index.put(track.path(), stats.of(track.path()));
        events.tell(copy, track.path());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TrackOutcome(
        track, status, Map.of(), Map.of(), List.of(), 0, List.of(), Optional.empty());
  }

  private boolean known(Path file) {
    try {
      return index.containsKey(file) && index.get(file).sameContent(stats.of(file));
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void finished(TrackOutcome outcome) {}

  @Override
  public void failed(TonearmException problem) {
    problems.add(problem.getMessage());
  }

  @Override
  public void tick() {}
}
