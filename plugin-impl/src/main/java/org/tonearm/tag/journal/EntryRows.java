package org.tonearm.tag.journal;

import static org.tonearm.tag.journal.Database.execute;
import static org.tonearm.tag.journal.Database.prepare;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.api.tag.TagProfile;

/** The tables {@code entry} and {@code field}. */
final class EntryRows {
  /** By the index of paths, whatever the number of entries. */
  static final String LAST_WRITE =
      """
      SELECT entry.id, state, original, copy, kind FROM entry JOIN run ON run.id = entry.run
      WHERE path = ? AND state IN ('DONE', 'UNDONE') ORDER BY entry.id DESC LIMIT 1
      """;

  private EntryRows() {}

  static long insert(Connection connection, long run, PlannedWrite write) throws SQLException {
    long id;
    try (PreparedStatement statement =
        prepare(
            connection,
            """
            INSERT INTO entry
              (run, path, display_path, temporary, state, codec, profile, original, audio_hash,
               layout, updated)
            VALUES (?, ?, ?, ?, 'PLANNED', ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            run,
            PathText.address(write.file()),
            PathText.display(write.file()),
            PathText.address(write.temporary()),
            write.codec(),
            Json.of(write.profile()),
            Json.of(write.original()),
            write.audioHash(),
            write.layout().known() ? write.layout().bytes() : null,
            System.currentTimeMillis())) {
      try (ResultSet row = statement.executeQuery()) {
        id = row.getLong(1);
      }
    }
    for (Map.Entry<TagField, FieldState> field : write.before().entrySet()) {
      execute(
          connection,
          """
          INSERT INTO field (entry, field, before_values, before_raw, intended)
          VALUES (?, ?, ?, ?, ?)
          """,
          id,
          field.getKey().name(),
          Json.of(field.getValue().values()),
          field.getValue().raw(),
          Json.of(write.intended().get(field.getKey())));
    }
    return id;
  }

  static int writing(
      Connection connection, long id, FileIdentity copy, Map<TagField, FieldState> after)
      throws SQLException {
    for (Map.Entry<TagField, FieldState> field : after.entrySet()) {
      execute(
          connection,
          "UPDATE field SET after_values = ?, after_raw = ? WHERE entry = ? AND field = ?",
          Json.of(field.getValue().values()),
          field.getValue().raw(),
          id,
          field.getKey().name());
    }
    return execute(
        connection,
        "UPDATE entry SET state = 'WRITING', copy = ?, updated = ? WHERE id = ?",
        Json.of(copy),
        System.currentTimeMillis(),
        id);
  }

  static int settle(Connection connection, long id, EntryState state, JournalEntry.Failure failure)
      throws SQLException {
    return execute(
        connection,
        """
        UPDATE entry SET state = ?, failure_code = ?, failure_message = ?, updated = ?
        WHERE id = ?
        """,
        state.name(),
        failure == null ? null : failure.code(),
        failure == null ? null : failure.message(),
        System.currentTimeMillis(),
        id);
  }

  /** Marks fields as put back, and the entry too once none of its fields is left. */
  static int undone(Connection connection, long id, Set<TagField> fields) throws SQLException {
    for (TagField field : fields) {
      execute(
          connection,
          "UPDATE field SET undone = 1 WHERE entry = ? AND field = ?",
          id,
          field.name());
    }
    return execute(
        connection,
        """
        UPDATE entry SET state = 'UNDONE', updated = ?
        WHERE id = ? AND state = 'DONE'
          AND NOT EXISTS (SELECT 1 FROM field WHERE field.entry = entry.id AND undone = 0)
        """,
        System.currentTimeMillis(),
        id);
  }

  /**
   * The entry of a row.
   *
   * @throws DamagedRowException if it holds what was never written into it
   */
  static JournalEntry entry(Connection connection, ResultSet row) throws SQLException {
    long id = row.getLong("id");
    try {
      String code = row.getString("failure_code");
      String message = row.getString("failure_message");
      return new JournalEntry(
          id,
          row.getLong("run"),
          PathText.path(row.getString("path")),
          row.getString("display_path"),
          EntryState.valueOf(row.getString("state")),
          row.getString("codec"),
          Json.read(row.getString("profile"), TagProfile.class),
          Optional.ofNullable(row.getString("audio_hash")),
          Json.read(row.getString("original"), FileIdentity.class),
          Optional.ofNullable(row.getBytes("layout")).map(TagLayout::new).orElse(TagLayout.UNKNOWN),
          Optional.ofNullable(row.getString("copy")).map(c -> Json.read(c, FileIdentity.class)),
          fields(connection, id),
          Optional.ofNullable(code).map(c -> new JournalEntry.Failure(c, message)),
          Instant.ofEpochMilli(row.getLong("updated")));
    } catch (IllegalArgumentException | NullPointerException | UncheckedIOException e) {
      throw new DamagedRowException("entry " + id + " makes no sense", e);
    }
  }

  static List<Long> undoable(Connection connection, Path file) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement statement =
            prepare(
                connection,
                """
                SELECT entry.id FROM entry JOIN run ON run.id = entry.run
                WHERE path = ? AND state = 'DONE' AND kind = 'TAG'
                """,
                PathText.stem(file));
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        ids.add(row.getLong(1));
      }
    }
    return ids;
  }

  static Optional<LastWrite> lastWrite(Connection connection, Path file) throws SQLException {
    try (PreparedStatement statement = prepare(connection, LAST_WRITE, PathText.stem(file));
        ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(lastWrite(row)) : Optional.empty();
    }
  }

  private static LastWrite lastWrite(ResultSet row) throws SQLException {
    try {
      return new LastWrite(
          row.getString("kind").equals("UNDO"),
          EntryState.valueOf(row.getString("state")),
          Json.read(row.getString("original"), FileIdentity.class),
          Optional.ofNullable(row.getString("copy")).map(c -> Json.read(c, FileIdentity.class)));
    } catch (IllegalArgumentException | NullPointerException | UncheckedIOException e) {
      throw new DamagedRowException("entry " + row.getLong("id") + " makes no sense", e);
    }
  }

  static boolean changed(Connection connection, long run, Path file) throws SQLException {
    try (PreparedStatement statement =
            prepare(
                connection,
                """
                SELECT 1 FROM entry WHERE path = ? AND +run = ? AND state IN ('DONE', 'UNDONE')
                """,
                PathText.stem(file),
                run);
        ResultSet row = statement.executeQuery()) {
      return row.next();
    }
  }

  /** Where the changed copy of a row's file was made. */
  static Path temporary(ResultSet row) throws SQLException {
    try {
      return PathText.path(row.getString("temporary"));
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new DamagedRowException("entry " + row.getLong("id") + " makes no sense", e);
    }
  }

  private static List<JournaledField> fields(Connection connection, long entry)
      throws SQLException {
    List<JournaledField> fields = new ArrayList<>();
    try (PreparedStatement statement =
            prepare(connection, "SELECT * FROM field WHERE entry = ? ORDER BY field", entry);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        fields.add(
            new JournaledField(
                TagField.valueOf(row.getString("field")),
                new FieldState(
                    Json.strings(row.getString("before_values")), row.getBytes("before_raw")),
                Json.strings(row.getString("intended")),
                after(row),
                row.getBoolean("undone")));
      }
    }
    return fields;
  }

  private static Optional<FieldState> after(ResultSet row) throws SQLException {
    String values = row.getString("after_values");
    return values == null
        ? Optional.empty()
        : Optional.of(new FieldState(Json.strings(values), row.getBytes("after_raw")));
  }
}
