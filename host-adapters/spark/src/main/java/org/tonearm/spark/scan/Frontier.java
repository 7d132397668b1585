package org.tonearm.spark.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.Listed;

/**
 * Folders cut into as many places as tasks can share. The driver looks at the upper folders only,
 * and keeps the names of folders alone.
 */
final class Frontier {
  private final AudioStores stores;
  private final int wanted;

  /**
   * @param wanted places from which on no folder is opened any more
   */
  Frontier(AudioStores stores, int wanted) {
    this.stores = stores;
    this.wanted = wanted;
  }

  /** The places of these folders; a folder that can't be listed is left to the task it falls to. */
  List<Place> of(List<String> folders) {
    List<Place> shallow = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>(folders);
    while (!open.isEmpty() && open.size() + shallow.size() < wanted) {
      String folder = open.removeFirst();
      shallow.add(new Place(folder, false));
      open.addAll(below(folder));
    }
    open.forEach(folder -> shallow.add(new Place(folder, true)));
    return shallow;
  }

  private List<String> below(String folder) {
    List<String> folders = new ArrayList<>();
    try {
      for (Iterator<Listed> it = stores.of(folder).list(folder); it.hasNext(); ) {
        Listed listed = it.next();
        if (listed.kind() == Listed.Kind.FOLDER) {
          folders.add(listed.file().uri());
        }
      }
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
    return folders;
  }
}
