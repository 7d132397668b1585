package org.tonearm.tag.journal;

import static org.tonearm.tag.journal.Database.prepare;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.api.tag.TagField;

/** What was written and not taken back, in one query: a journal may hold hundreds of thousands. */
final class StandingRows {
  private static final String QUERY =
      """
      SELECT entry.id, codec || ':' || audio_hash AS audio, after_values
      FROM field JOIN entry ON entry.id = field.entry JOIN run ON run.id = entry.run
      WHERE field.field = ? AND undone = 0 AND after_values IS NOT NULL
        AND state = 'DONE' AND kind = 'TAG' AND audio_hash IS NOT NULL
      ORDER BY entry.id
      """;

  private StandingRows() {}

  /** The newest values of a field by the codec and the fingerprint of the audio. */
  static Map<String, List<String>> of(Connection connection, TagField field) throws SQLException {
    Map<String, List<String>> standing = new HashMap<>();
    try (PreparedStatement statement = prepare(connection, QUERY, field.name());
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        standing.put(row.getString("audio"), values(row));
      }
    }
    return standing;
  }

  private static List<String> values(ResultSet row) throws SQLException {
    try {
      return Json.strings(row.getString("after_values"));
    } catch (IllegalArgumentException | NullPointerException | UncheckedIOException e) {
      throw new DamagedRowException("entry " + row.getLong("id") + " makes no sense", e);
    }
  }
}
