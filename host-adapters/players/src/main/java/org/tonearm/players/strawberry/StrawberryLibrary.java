package org.tonearm.players.strawberry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.HostException;
import org.tonearm.api.tag.TagField;
import org.tonearm.listing.Locations;
import org.tonearm.listing.ReadLibrary;
import org.tonearm.listing.sqlite.ReadOnlyDatabase;

/**
 * Reads Strawberry's table {@code songs}, whose {@code url} is percent-encoded. Tracks that
 * Strawberry itself misses are left out.
 */
final class StrawberryLibrary {
  private static final Set<String> NEEDED = Set.of("url", "genre", "comment", "unavailable");

  private StrawberryLibrary() {}

  static ReadLibrary read(Path file, Locations locations) throws HostException {
    try (ReadOnlyDatabase database = ReadOnlyDatabase.open(file)) {
      Set<String> columns = new HashSet<>();
      database.rows("SELECT name FROM pragma_table_info('songs')", row -> columns.add(row.text(1)));
      if (!columns.containsAll(NEEDED)) {
        throw new HostException(
            "other-library",
            file + ": has no table of songs as Strawberry's database has.",
            "Name Strawberry's strawberry.db.");
      }
      List<String> version = new ArrayList<>();
      database.rows("SELECT version FROM schema_version", row -> version.add(row.text(1)));
      List<HostEntry> entries = new ArrayList<>();
      database.rows(
          "SELECT CAST(url AS TEXT), genre, comment FROM songs"
              + " WHERE COALESCE(unavailable, 0) = 0 AND CAST(url AS TEXT) LIKE 'file:%'"
              + " ORDER BY rowid",
          row ->
              entries.add(
                  new HostEntry(
                      entries.size(),
                      row.text(1),
                      locations.fileOfUrl(row.text(1)),
                      Map.of(TagField.GENRE, row.text(2), TagField.COMMENT, row.text(3)))));
      return new ReadLibrary(
          version.isEmpty() ? "" : "schema " + version.get(0), entries, List.of());
    }
  }
}
