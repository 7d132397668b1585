package org.tonearm.engine;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostPlaylist;
import org.tonearm.api.tag.TagField;
import org.tonearm.listing.Locations;
import org.tonearm.listing.ReadLibrary;
import org.tonearm.listing.sqlite.ReadOnlyDatabase;

/**
 * Reads {@code m.db} of Engine DJ 2 to 4, whose schema has the major version 2 or 3, after the
 * public descriptions of it: {@code Track} with paths from the folder {@code Engine Library},
 * {@code Playlist} and {@code PlaylistEntity} as linked lists.
 */
final class EngineLibrary {
  private static final int OLDEST = 2;
  private static final int NEWEST = 3;

  /** A playlist as it stands in its table. */
  private record Listed(long id, String title, long parent) {}

  private final Path file;
  private final Locations locations;
  private final Path base;
  private String uuid = "";
  private String version = "";

  EngineLibrary(Path file, Locations locations) {
    this.file = file;
    this.locations = locations;
    this.base = above(above(file.toAbsolutePath().normalize()));
  }

  private static Path above(Path path) {
    return path.getParent() == null ? path : path.getParent();
  }

  ReadLibrary read() throws HostException {
    try (ReadOnlyDatabase database = ReadOnlyDatabase.open(file)) {
      check(database);
      List<HostEntry> entries = new ArrayList<>();
      Map<Long, Integer> numbers = new HashMap<>();
      database.rows(
          "SELECT id, path, genre, comment FROM Track WHERE COALESCE(path, '') <> '' ORDER BY id",
          row -> {
            numbers.put(row.number(1), entries.size());
            entries.add(
                new HostEntry(
                    entries.size(),
                    row.text(2),
                    place(row.text(2)),
                    Map.of(TagField.GENRE, row.text(3), TagField.COMMENT, row.text(4))));
          });
      return new ReadLibrary(version, entries, playlists(database, numbers));
    }
  }

  private void check(ReadOnlyDatabase database) throws HostException {
    Set<String> tables = new HashSet<>();
    database.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table'", row -> tables.add(row.text(1)));
    if (!tables.containsAll(Set.of("Information", "Track", "Playlist", "PlaylistEntity"))) {
      throw new HostException(
          "other-library",
          file + ": has not the tables of Engine DJ's database.",
          "Name m.db in the folder 'Engine Library/Database2'; that of Engine Prime 1 is not read.");
    }
    List<Long> major = new ArrayList<>();
    database.rows(
        "SELECT schemaVersionMajor, schemaVersionMinor, schemaVersionPatch, uuid FROM Information",
        row -> {
          major.add(row.number(1));
          version = row.number(1) + "." + row.number(2) + "." + row.number(3);
          uuid = row.text(4);
        });
    if (major.isEmpty() || major.get(0) > NEWEST) {
      throw new HostException(
          "library-newer",
          file + ": has a schema, " + version + ", that is newer than what is known (3).",
          "Tag the files with 'tonearm tag', or use a version of Tonearm that knows this Engine DJ.");
    }
    if (major.get(0) < OLDEST) {
      throw new HostException(
          "library-older",
          file + ": has a schema, " + version + ", that is older than what is known (2).",
          "Start Engine DJ 2 or newer once: it brings the database up to date.");
    }
  }

  private Optional<Path> place(String path) {
    Optional<String> absolute = locations.ofNative(path);
    if (absolute.isPresent()) {
      return absolute.flatMap(Locations::path);
    }
    boolean foreign = path.matches("(?s)[A-Za-z]:.*") || path.startsWith("/");
    return foreign
        ? Optional.empty()
        : Locations.path(path).map(relative -> base.resolve(relative).normalize());
  }

  private List<HostPlaylist> playlists(ReadOnlyDatabase database, Map<Long, Integer> numbers)
      throws HostException {
    Map<Long, Listed> lists = new LinkedHashMap<>();
    LinkedOrder order = new LinkedOrder();
    database.rows(
        "SELECT id, title, parentListId, nextListId FROM Playlist ORDER BY id",
        row -> {
          lists.put(row.number(1), new Listed(row.number(1), row.text(2), row.number(3)));
          order.add(row.number(1), row.number(4));
        });
    Map<Long, LinkedOrder> inside = new HashMap<>();
    Map<Long, Long> tracks = new HashMap<>();
    database.rows(
        "SELECT id, listId, trackId, nextEntityId FROM PlaylistEntity"
            + " WHERE databaseUuid = ? ORDER BY id",
        row -> {
          tracks.put(row.number(1), row.number(3));
          inside
              .computeIfAbsent(row.number(2), list -> new LinkedOrder())
              .add(row.number(1), row.number(4));
        },
        uuid);
    List<HostPlaylist> playlists = new ArrayList<>();
    for (long id : order.inOrder()) {
      List<Integer> entries =
          inside.getOrDefault(id, new LinkedOrder()).inOrder().stream()
              .map(entity -> numbers.get(tracks.get(entity)))
              .filter(number -> number != null)
              .toList();
      playlists.add(new HostPlaylist(folders(lists, id), lists.get(id).title(), entries));
    }
    return playlists;
  }

  private static List<String> folders(Map<Long, Listed> lists, long id) {
    Deque<String> names = new ArrayDeque<>();
    Set<Long> seen = new HashSet<>(Set.of(id));
    Listed parent = lists.get(lists.get(id).parent());
    while (parent != null && seen.add(parent.id())) {
      names.addFirst(parent.title());
      parent = lists.get(parent.parent());
    }
    return List.copyOf(names);
  }
}
