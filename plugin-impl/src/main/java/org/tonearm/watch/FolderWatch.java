package org.tonearm.watch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Watches each folder as it can be watched: by events where the system has them, by polling on
 * network drives, for folders that are not there yet, and for all once the system has no more
 * watches to give. A folder that goes, is renamed, or has a drive mounted over it is noticed within
 * seconds, and watched again when there is one of its name. Drives that are mounted below a folder
 * are watched as folders of their own. Used by one thread.
 */
public final class FolderWatch implements EventSource {
  /** Between two looks where nobody says otherwise. */
  public static final Duration USUAL_POLL = Duration.ofSeconds(60);

  /** Between two looks whether the folders are still those that are watched. */
  static final Duration ROOT_CHECK = Duration.ofSeconds(10);

  /** Opens the system's events. */
  @FunctionalInterface
  interface Services {
    WatchService open() throws IOException;
  }

  /**
   * What it finds out by, and when.
   *
   * @param mounts which folders have no events
   * @param services the system's events
   * @param keys tells folders apart
   * @param nanos a clock as {@link System#nanoTime()}
   */
  record Machine(Mounts mounts, Services services, RootKeys keys, LongSupplier nanos) {}

  private final Set<Path> roots;
  private final Optional<Duration> asked;
  private final Consumer<String> told;
  private final Machine machine;
  private final Poller poller;
  private final Duration pause;
  private final Map<Path, String> ways = new LinkedHashMap<>();
  private final Map<Path, Optional<Object>> keys = new HashMap<>();
  private Optional<FolderEvents> events = Optional.empty();
  private boolean noMoreWatches;
  private long nextCheck;

  private FolderWatch(
      List<Path> roots, Optional<Duration> asked, Consumer<String> told, Machine machine) {
    this.roots = new LinkedHashSet<>(roots);
    this.asked = asked;
    this.pause = asked.orElse(USUAL_POLL);
    this.told = told;
    this.machine = machine;
    this.poller = new Poller(pause, machine.nanos());
    this.nextCheck = machine.nanos().getAsLong() + ROOT_CHECK.toNanos();
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
        new Machine(
            Mounts.ofSystem(),
            () -> FileSystems.getDefault().newWatchService(),
            RootKeys.ofSystem(),
            System::nanoTime));
  }

  static FolderWatch open(
      List<Path> roots, Optional<Duration> poll, Consumer<String> told, Machine machine) {
    FolderWatch watch = new FolderWatch(roots, poll, told, machine);
    roots.forEach(watch::watch);
    watch.mounted();
    return watch;
  }

  /** Watches the drives below that are not watched yet. */
  private Set<Path> mounted() {
    Set<Path> fresh = new LinkedHashSet<>();
    for (Path root : roots) {
      machine.mounts().below(root).stream()
          .filter(folder -> !roots.contains(folder))
          .forEach(fresh::add);
    }
    roots.addAll(fresh);
    fresh.forEach(this::watch);
    return fresh;
  }

  /** Watches a root as it can be watched now. */
  private void watch(Path root) {
    keys.put(root, machine.keys().of(root));
    Optional<String> reason =
        asked
            .map(p -> "as asked")
            .or(() -> whyPoll(root, machine.mounts()))
            .or(() -> noMoreWatches ? Optional.of("no more watches") : Optional.empty());
    if (reason.isPresent()) {
      poll(root, reason.get());
      return;
    }
    try {
      if (events.isEmpty()) {
        events = Optional.of(FolderEvents.open(machine.services().open(), List.of(root)));
      } else {
        events.get().add(root);
      }
      poller.remove(root);
      ways.put(root, "by events");
    } catch (WatchesExhaustedException e) {
      exhausted(e.getMessage());
    } catch (IOException e) {
      exhausted(e.getMessage());
    }
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
    noMoreWatches = true;
    told.accept(
        "The system has no more watches for folders ("
            + message
            + "). On Linux, raise fs.inotify.max_user_watches (sysctl) and start again.");
    List.copyOf(roots).stream()
        .filter(root -> !poller.polls(root))
        .forEach(root -> poll(root, "no more watches"));
  }

  /** The roots that are another folder than before, or are back, now watched anew. */
  private Set<Path> otherRoots() {
    if (machine.nanos().getAsLong() - nextCheck < 0) {
      return Set.of();
    }
    nextCheck = machine.nanos().getAsLong() + ROOT_CHECK.toNanos();
    Set<Path> others = new HashSet<>();
    for (Path root : List.copyOf(roots)) {
      Optional<Object> known = keys.getOrDefault(root, Optional.empty());
      Optional<Object> now = machine.keys().of(root);
      if (now.equals(known)) {
        continue;
      }
      if (now.isEmpty()) {
        gone(root);
        continue;
      }
      told.accept(
          root
              + (known.isEmpty()
                  ? " is there now."
                  : " is another folder than before: renamed, or a drive was mounted or taken away."));
      events.ifPresent(watched -> watched.remove(root));
      watch(root);
      others.add(root);
    }
    others.addAll(mounted());
    return others;
  }

  /** Nothing more can be told of it until it is back. */
  private void gone(Path root) {
    keys.put(root, Optional.empty());
    events.ifPresent(watched -> watched.remove(root));
    poll(root, "it was taken away");
  }

  @Override
  public News await(Duration most) throws InterruptedException {
    Set<Path> again = new HashSet<>(poller.due());
    again.addAll(otherRoots());
    if (events.isEmpty()) {
      if (again.isEmpty()) {
        Thread.sleep(most.toMillis());
      }
      return new News(Set.of(), outermost(again));
    }
    try {
      News news = events.get().await(again.isEmpty() ? most : Duration.ZERO);
      again.addAll(news.again());
      events.get().lost().forEach(this::gone);
      return new News(news.files(), outermost(again));
    } catch (WatchesExhaustedException e) {
      exhausted(e.getMessage());
      return new News(Set.of(), outermost(roots)); // What was told by then is looked for again.
    }
  }

  /** Without those below others: with these, they are looked through. */
  private static Set<Path> outermost(Set<Path> folders) {
    return folders.stream()
        .filter(
            folder ->
                folders.stream()
                    .noneMatch(other -> !other.equals(folder) && folder.startsWith(other)))
        .collect(Collectors.toSet());
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
