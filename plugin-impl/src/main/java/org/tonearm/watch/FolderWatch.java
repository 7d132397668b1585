package org.tonearm.watch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Watches each folder as it can be watched: by events where the system has them, by polling on
 * network drives, for folders that are not there yet, and for all once the system has no more
 * watches to give. Used by one thread.
 */
public final class FolderWatch implements EventSource {
  /** Between two looks where nobody says otherwise. */
  public static final Duration USUAL_POLL = Duration.ofSeconds(60);

  /** Opens the system's events. */
  @FunctionalInterface
  interface Services {
    WatchService open() throws IOException;
  }

  private final List<Path> roots;
  private final Consumer<String> told;
  private final Poller poller;
  private final Duration pause;
  private final Map<Path, String> ways = new LinkedHashMap<>();
  private Optional<FolderEvents> events = Optional.empty();

  private FolderWatch(List<Path> roots, Duration pause, LongSupplier nanos, Consumer<String> told) {
    this.roots = List.copyOf(roots);
    this.pause = pause;
    this.told = told;
    this.poller = new Poller(pause, nanos);
  }

  /**
   * Begins to watch.
   *
   * @param roots folders, absolute
   * @param poll time between two looks at all of them; empty for events where there are some
   * @param told given sentences for the user
   */
  public static FolderWatch open(List<Path> roots, Optional<Duration> poll, Consumer<String> told) {
    return open(
        roots,
        poll,
        told,
        Mounts.ofSystem(),
        () -> FileSystems.getDefault().newWatchService(),
        System::nanoTime);
  }

  static FolderWatch open(
      List<Path> roots,
      Optional<Duration> poll,
      Consumer<String> told,
      Mounts mounts,
      Services services,
      LongSupplier nanos) {
    FolderWatch watch = new FolderWatch(roots, poll.orElse(USUAL_POLL), nanos, told);
    List<Path> local = new ArrayList<>();
    for (Path root : roots) {
      Optional<String> reason = poll.map(p -> "as asked").or(() -> whyPoll(root, mounts));
      if (reason.isPresent()) {
        watch.poll(root, reason.get());
      } else {
        local.add(root);
        watch.ways.put(root, "by events");
      }
    }
    if (!local.isEmpty()) {
      try {
        watch.events = Optional.of(FolderEvents.open(services.open(), local));
      } catch (WatchesExhaustedException e) {
        watch.exhausted(e.getMessage());
      } catch (IOException e) {
        watch.exhausted(e.getMessage());
      }
    }
    return watch;
  }

  private static Optional<String> whyPoll(Path root, Mounts mounts) {
    if (!Files.isDirectory(root)) {
      return Optional.of("it is not there now");
    }
    try {
      return mounts.network(root).map(kind -> "a network drive, " + kind);
    } catch (IOException e) {
      return Optional.of("its file system does not say what it is");
    }
  }

  private void poll(Path root, String reason) {
    poller.add(root);
    String way = "looked through every " + pause.toSeconds() + " s (" + reason + ")";
    ways.put(root, way);
    told.accept(root + " is " + way + ".");
  }

  /** All that had events is polled from now on. */
  private void exhausted(String message) {
    events.ifPresent(FolderEvents::close);
    events = Optional.empty();
    told.accept(
        "The system has no more watches for folders ("
            + message
            + "). On Linux, raise fs.inotify.max_user_watches (sysctl) and start again.");
    roots.stream()
        .filter(root -> !poller.polls(root))
        .forEach(root -> poll(root, "no more watches"));
  }

  @Override
  public News await(Duration most) throws InterruptedException {
    Set<Path> again = new HashSet<>(poller.due());
    if (events.isEmpty()) {
      if (again.isEmpty()) {
        Thread.sleep(most.toMillis());
      }
      return new News(Set.of(), again);
    }
    try {
      News news = events.get().await(again.isEmpty() ? most : Duration.ZERO);
      again.addAll(news.again());
      events.get().lost().forEach(root -> poll(root, "it was taken away"));
      return new News(news.files(), again);
    } catch (WatchesExhaustedException e) {
      exhausted(e.getMessage());
      return new News(Set.of(), Set.copyOf(roots)); // What was told by then is looked for again.
    }
  }

  @Override
  public List<String> ways() {
    return ways.entrySet().stream().map(way -> way.getKey() + ": " + way.getValue()).toList();
  }

  @Override
  public void close() {
    events.ifPresent(FolderEvents::close);
  }
}
