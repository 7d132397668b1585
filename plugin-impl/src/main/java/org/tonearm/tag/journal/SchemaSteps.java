package org.tonearm.tag.journal;

import java.util.List;

/**
 * The journal's tables, as the steps that lead from one version to the next. A new journal goes
 * through all of them, so that it is the same as one that was brought up. Steps are never changed,
 * only added.
 */
final class SchemaSteps {
  private static final List<String> FIRST =
      List.of(
          "CREATE TABLE schema_version (version INTEGER NOT NULL)",
          // times in milliseconds since 1970
          """
          CREATE TABLE run (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            command_line TEXT NOT NULL,
            started INTEGER NOT NULL,
            finished INTEGER,
            undoes INTEGER REFERENCES run(id),
            pid INTEGER NOT NULL,
            pid_started INTEGER NOT NULL)
          """,
          // path and temporary: file: addresses; profile, original, copy: JSON
          """
          CREATE TABLE entry (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            run INTEGER NOT NULL REFERENCES run(id),
            path TEXT NOT NULL,
            display_path TEXT NOT NULL,
            temporary TEXT NOT NULL,
            state TEXT NOT NULL,
            codec TEXT NOT NULL,
            profile TEXT NOT NULL,
            original TEXT NOT NULL,
            copy TEXT,
            failure_code TEXT,
            failure_message TEXT,
            updated INTEGER NOT NULL)
          """,
          "CREATE INDEX entry_of_run ON entry (run, state)",
          """
          CREATE INDEX open_entry ON entry (run) WHERE state IN ('PLANNED', 'WRITING')
          """,
          // values: JSON arrays of text; raw: the codec's own bytes
          """
          CREATE TABLE field (
            entry INTEGER NOT NULL REFERENCES entry(id),
            field TEXT NOT NULL,
            before_values TEXT NOT NULL,
            before_raw BLOB NOT NULL,
            intended TEXT NOT NULL,
            after_values TEXT,
            after_raw BLOB,
            undone INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (entry, field))
          """,
          "INSERT INTO schema_version VALUES (1)");

  private static final List<String> SECOND =
      List.of(
          // TAG or UNDO: an undo of several runs, by file, names none of them in undoes
          "ALTER TABLE run ADD COLUMN kind TEXT NOT NULL DEFAULT 'TAG'",
          "UPDATE run SET kind = 'UNDO' WHERE undoes IS NOT NULL",
          // SHA-256 of the audio, by which a file is found again that was moved; unknown in old
          // rows
          "ALTER TABLE entry ADD COLUMN audio_hash TEXT",
          "CREATE INDEX entry_in_run ON entry (run)",
          "CREATE INDEX entry_of_path ON entry (path)",
          "CREATE INDEX entry_of_audio ON entry (audio_hash) WHERE audio_hash IS NOT NULL",
          "UPDATE schema_version SET version = 2");

  private static final List<String> THIRD =
      List.of(
          // TagLayout of the original: the codec's own bytes; unknown in old rows
          "ALTER TABLE entry ADD COLUMN layout BLOB", "UPDATE schema_version SET version = 3");

  /** The step at index n leads from version n to version n + 1. */
  static final List<List<String>> ALL = List.of(FIRST, SECOND, THIRD);

  private SchemaSteps() {}
}
