package org.tonearm.watch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The system's own events, of folders with all that is in them. Folders whose name begins with a
 * dot are left out. A folder is registered before it is listed, so that what comes in between is
 * told twice rather than never. Used by one thread.
 */
final class FolderEvents implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderEvents.class);
  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY
  };

  private final WatchService service;
  private final Set<Path> roots = new LinkedHashSet<>();
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private final List<Path> lost = new ArrayList<>();

  private FolderEvents(WatchService service) {
    this.service = service;
  }

  /**
   * Begins to watch.
   *
   * @param service closed with this
   * @param roots folders that are there
   * @throws WatchesExhaustedException if there are more folders than watches; nothing stays open
   */
  static FolderEvents open(WatchService service, List<Path> roots)
      throws WatchesExhaustedException {
    FolderEvents events = new FolderEvents(service);
    try {
      for (Path root : roots) {
        events.add(root);
      }
      return events;
    } catch (WatchesExhaustedException e) {
      events.close();
      throw e;
    }
  }

  /**
   * Watches a further root.
   *
   * @throws WatchesExhaustedException if there are more folders than watches
   */
  void add(Path root) throws WatchesExhaustedException {
    roots.add(root);
    enter(root, file -> {});
  }

  /** Watches a root no longer, nor what was found in it, wherever that is now. */
  void remove(Path root) {
    roots.remove(root);
    folders
        .entrySet()
        .removeIf(
            watched -> {
              boolean below = watched.getValue().startsWith(root);
              if (below) {
                watched.getKey().cancel();
              }
              return below;
            });
  }

  /**
   * Waits for events.
   *
   * @throws WatchesExhaustedException if a folder came for which there is no watch
   */
  News await(Duration most) throws InterruptedException, WatchesExhaustedException {
    Set<Path> files = new HashSet<>();
    Set<Path> again = new HashSet<>();
    WatchKey key = service.poll(most.toMillis(), TimeUnit.MILLISECONDS);
    while (key != null) {
      Path folder = folders.get(key);
      for (WatchEvent<?> event : key.pollEvents()) {
        if (folder != null) {
          take(folder, event, files, again);
        }
      }
      if (!key.reset()) {
        folders.remove(key);
        if (folder != null && roots.contains(folder)) {
          lost.add(folder);
        }
      }
      key = service.poll();
    }
    // Folders may have come among the lost events, so they are registered anew as well.
    for (Path root : again) {
      enter(root, file -> {});
    }
    return new News(files, again);
  }

  /** Roots that were taken away since this was last asked: nothing more will be told of them. */
  List<Path> lost() {
    List<Path> since = List.copyOf(lost);
    lost.clear();
    return since;
  }

  private void take(Path folder, WatchEvent<?> event, Set<Path> files, Set<Path> again)
      throws WatchesExhaustedException {
    if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
      roots.stream().filter(folder::startsWith).forEach(again::add);
    } else if (event.context() instanceof Path name) {
      Path entry = folder.resolve(name);
      if (!Files.isDirectory(entry)) {
        files.add(entry);
      } else if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE
          && !WatchFilter.hidden(entry)) {
        enter(entry, files::add);
      }
    }
  }

  /** Watches a folder with those in it, and tells of the files that are there. */
  private void enter(Path top, Consumer<Path> files) throws WatchesExhaustedException {
    Deque<Path> ahead = new ArrayDeque<>();
    ahead.add(top);
    while (!ahead.isEmpty()) {
      Path folder = ahead.removeLast();
      if (!register(folder)) {
        continue;
      }
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          if (!Files.isDirectory(entry)) {
            files.accept(entry);
          } else if (!WatchFilter.hidden(entry)) {
            ahead.add(entry);
          }
        }
      } catch (IOException | DirectoryIteratorException e) {
        LOG.debug("Can't be listed: {}", folder, e); // The scan tells of it.
      }
    }
  }

  /** False if the folder is gone, or known by another way already. */
  private boolean register(Path folder) throws WatchesExhaustedException {
    try {
      WatchKey key = folder.register(service, KINDS);
      Path before = folders.put(key, folder);
      if (before != null && !before.equals(folder) && same(before, folder)) {
        folders.put(key, before); // A link leads here.
        return false;
      }
      return true;
    } catch (IOException e) {
      if (exhausted(e)) {
        throw new WatchesExhaustedException(e);
      }
      LOG.debug("Can't be watched: {}", folder, e);
      return false;
    }
  }

  /** A folder that was moved has the key that it had under its old name. */
  private static boolean same(Path before, Path now) {
    try {
      return Files.isSameFile(before, now);
    } catch (IOException e) {
      return false;
    }
  }

  /** ENOSPC, as Java words it, and EMFILE. */
  static boolean exhausted(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("inotify")
        || message.contains("no space left")
        || message.contains("too many open files");
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      LOG.debug("Could not be closed", e);
    }
  }
}
