package org.tonearm.library.index;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.tonearm.api.audio.Excerpts;

/** The table of scores. */
final class ScoreRows {
  private ScoreRows() {}

  static Optional<byte[]> find(
      IndexDatabase database, Fingerprint fingerprint, String model, Excerpts excerpts)
      throws SQLException {
    PreparedStatement statement =
        database.statement(
            "SELECT content FROM scores WHERE fingerprint = ? AND model = ? AND excerpts = ?",
            fingerprint.text(),
            model,
            excerpts.count());
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
    }
  }

  static int put(
      IndexDatabase database,
      Fingerprint fingerprint,
      String model,
      Excerpts excerpts,
      byte[] content)
      throws SQLException {
    return database
        .statement(
            "INSERT OR REPLACE INTO scores (fingerprint, model, excerpts, content, stored)"
                + " VALUES (?, ?, ?, ?, ?)",
            fingerprint.text(),
            model,
            excerpts.count(),
            content,
            System.currentTimeMillis())
        .executeUpdate();
  }
}
