package org.tonearm.spark.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.Listed;

/**
 * Folders cut into as many places as tasks can share. The driver looks at the upper folders only,
 * and keeps the names of folders alone, of no folder more than a bound: one with more is cut into
 * shares of its names, which the tasks read themselves.
 */
final class Frontier {
  private static final int NAMES_A_PLACE = 8;
  private static final int PLACES_A_SHARE = 8;

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
    List<Place> places = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>(folders);
    while (!open.isEmpty() && open.size() + places.size() < wanted) {
      String folder = open.removeFirst();
      try {
        List<String> below = below(folder);
        if (below.size() > most()) {
          places.addAll(shares(folder));
        } else {
          places.add(Place.shallow(folder));
          open.addAll(below);
        }
      } catch (IOException | UncheckedIOException e) {
        // Perhaps it passes; if not, the task tells of it, and nothing below is lost unsaid.
        places.add(Place.deep(folder));
      }
    }
    open.forEach(folder -> places.add(Place.deep(folder)));
    return places;
  }

  private int most() {
    return NAMES_A_PLACE * wanted;
  }

  private List<Place> shares(String folder) {
    int shares = Math.max(2, wanted / PLACES_A_SHARE);
    return IntStream.range(0, shares)
        .mapToObj(share -> new Place(folder, true, share, shares))
        .toList();
  }

  /** The folders in a folder; not all of them if there are more than can be kept. */
  private List<String> below(String folder) throws IOException {
    List<String> folders = new ArrayList<>();
    Iterator<Listed> it = stores.of(folder).list(folder);
    while (it.hasNext() && folders.size() <= most()) {
      Listed listed = it.next();
      if (listed.kind() == Listed.Kind.FOLDER) {
        folders.add(listed.file().uri());
      }
    }
    return folders;
  }
}
