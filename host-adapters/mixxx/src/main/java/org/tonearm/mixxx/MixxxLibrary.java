package org.tonearm.mixxx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostPlaylist;
import org.tonearm.api.tag.TagField;
import org.tonearm.listing.Locations;
import org.tonearm.listing.ReadLibrary;
import org.tonearm.listing.sqlite.ReadOnlyDatabase;

/**
 * Reads Mixxx's library: tracks from {@code library} and {@code track_locations}, crates and
 * playlists. Tracks that the user hid and those that Mixxx itself misses are left out.
 */
final class MixxxLibrary {
  private static final String TRACKS =
      "SELECT l.id, t.location, l.genre, l.comment FROM library l"
          + " JOIN track_locations t ON t.id = l.location"
          + " WHERE COALESCE(l.mixxx_deleted, 0) = 0 AND COALESCE(t.fs_deleted, 0) = 0"
          + " ORDER BY l.id";
  private static final String CRATES =
      "SELECT c.id, c.name, t.track_id FROM crates c"
          + " LEFT JOIN crate_tracks t ON t.crate_id = c.id ORDER BY c.name, c.id, t.track_id";
  private static final String PLAYLISTS =
      "SELECT p.id, p.name, t.track_id FROM Playlists p"
          + " LEFT JOIN PlaylistTracks t ON t.playlist_id = p.id"
          + " WHERE p.hidden = 0 ORDER BY p.position, p.id, t.position";

  private MixxxLibrary() {}

  static ReadLibrary read(Path file, Locations locations) throws HostException {
    try (ReadOnlyDatabase database = ReadOnlyDatabase.open(file)) {
      String version = version(file, database);
      List<HostEntry> entries = new ArrayList<>();
      Map<Long, Integer> numbers = new HashMap<>();
      database.rows(
          TRACKS,
          row -> {
            numbers.put(row.number(1), entries.size());
            entries.add(
                new HostEntry(
                    entries.size(),
                    row.text(2),
                    locations.ofNative(row.text(2)).flatMap(Locations::path),
                    Map.of(TagField.GENRE, row.text(3), TagField.COMMENT, row.text(4))));
          });
      List<HostPlaylist> lists = new ArrayList<>(lists(database, CRATES, "Crates", numbers));
      lists.addAll(lists(database, PLAYLISTS, "Playlists", numbers));
      return new ReadLibrary(version, entries, lists);
    }
  }

  private static String version(Path file, ReadOnlyDatabase database) throws HostException {
    AtomicReference<String> stated = new AtomicReference<>("");
    AtomicBoolean settings = new AtomicBoolean();
    database.rows(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'settings'",
        row -> settings.set(true));
    if (settings.get()) {
      database.rows(
          "SELECT value FROM settings WHERE name = ?",
          row -> stated.set(row.text(1)),
          MixxxSchema.SETTING);
    }
    return MixxxSchema.check(file, stated.get());
  }

  private static List<HostPlaylist> lists(
      ReadOnlyDatabase database, String question, String folder, Map<Long, Integer> numbers)
      throws HostException {
    Map<Long, String> names = new LinkedHashMap<>();
    Map<Long, List<Integer>> tracks = new HashMap<>();
    database.rows(
        question,
        row -> {
          names.put(row.number(1), row.text(2));
          List<Integer> list = tracks.computeIfAbsent(row.number(1), id -> new ArrayList<>());
          Integer number = numbers.get(row.number(3));
          if (number != null) {
            list.add(number);
          }
        });
    List<HostPlaylist> lists = new ArrayList<>();
    names.forEach((id, name) -> lists.add(new HostPlaylist(List.of(folder), name, tracks.get(id))));
    return lists;
  }
}
