package org.tonearm.djxml.itunes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tonearm.api.host.HostPlaylist;

/** The playlists of a library; a folder is a playlist that others name as their parent. */
final class ItunesPlaylists {
  private static final int DEEPEST = 100;

  private record Listed(Map<String, String> values, List<String> ids) {
    String value(String key) {
      return values.getOrDefault(key, "");
    }

    /** Folders, and the list of the whole library. */
    boolean hidden() {
      return value("Folder").equals("true") || value("Master").equals("true");
    }
  }

  private final List<Listed> all = new ArrayList<>();
  private final Map<String, Listed> byId = new HashMap<>();

  void add(Map<String, String> values, List<String> ids) {
    Listed listed = new Listed(Map.copyOf(values), List.copyOf(ids));
    all.add(listed);
    String id = listed.value("Playlist Persistent ID");
    if (!id.isEmpty()) {
      byId.put(id, listed);
    }
  }

  /**
   * @param entries places of the tracks by their ids
   */
  List<HostPlaylist> found(Map<String, Integer> entries) {
    List<HostPlaylist> found = new ArrayList<>();
    for (Listed listed : all) {
      if (!listed.hidden()) {
        found.add(
            new HostPlaylist(
                folders(listed),
                listed.value("Name"),
                listed.ids().stream().map(entries::get).filter(Objects::nonNull).toList()));
      }
    }
    return found;
  }

  private List<String> folders(Listed listed) {
    Deque<String> names = new ArrayDeque<>();
    Listed folder = byId.get(listed.value("Parent Persistent ID"));
    // A file that was tampered with could name a folder as its own parent.
    while (folder != null && names.size() < DEEPEST && !folder.equals(listed)) {
      names.addFirst(folder.value("Name"));
      folder = byId.get(folder.value("Parent Persistent ID"));
    }
    return List.copyOf(names);
  }
}
