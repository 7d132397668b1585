package org.tonearm.tag.journal;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.api.tag.TagProfile;

/** Journals with something in them, and what may happen to them. */
final class JournalSample {
  static final FieldState OTHER = state("Other");
  static final FieldState JAZZ = state("Jazz");
  static final String HASH = "5e".repeat(32);

  private JournalSample() {}

  /** A write of Jazz over Other. */
  static PlannedWrite planned(Path file) throws Exception {
    return new PlannedWrite(
        file,
        TemporaryName.beside(file),
        FileIdentity.of(file),
        HASH,
        TagLayout.UNKNOWN,
        "text",
        TagProfile.DEFAULT,
        Map.of(TagField.GENRE, OTHER),
        Map.of(TagField.GENRE, List.of("Jazz")));
  }

  /** The whole way of such a write, as far as the journal sees it. */
  static void write(JournalRun run, Path file) throws Exception {
    OpenEntry entry = run.plan(planned(file));
    entry.writing(FileIdentity.of(file), Map.of(TagField.GENRE, JAZZ));
    entry.done();
  }

  /** Fills a journal with finished entries in one go, two fields each, by SQL. */
  static void fill(Path database, int runs, int filesEach, int valueLength) throws Exception {
    try (Connection connection = connection(database);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (int run = 1; run <= runs; run++) {
        statement.execute(
            "INSERT INTO run (command_line, started, finished, pid, pid_started) VALUES ('tag', "
                + (run * 1000L)
                + ", "
                + (run * 1000L + 500)
                + ", 1, 1)");
        statement.execute(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
            INSERT INTO entry (run, path, display_path, temporary, state, codec, profile, original,
              copy, updated, audio_hash)
            SELECT %d, 'file:///nowhere/%d/' || i || '.txt', '/nowhere/%d/' || i || '.txt',
              'file:///nowhere/.tonearm-' || i || '.txt', 'DONE', 'text',
              '{"separator":"; ","moodDescription":"MOOD","newId3Version":4,'
                || '"modificationTime":"KEPT"}',
              '{"key":"k","size":1,"modified":1,"changed":1}',
              '{"key":"k","size":1,"modified":1,"changed":1}', 1, 'hash' || i FROM n
            """
                .formatted(filesEach, run, run, run));
      }
      for (TagField field : TagField.values()) {
        statement.execute(
            """
            INSERT INTO field (entry, field, before_values, before_raw, intended, after_values,
              after_raw)
            SELECT id, '%s', '["Other"]', CAST('Other' AS BLOB), '["Jazz"]', '["%s"]', x'4a'
            FROM entry
            """
                .formatted(field, "J".repeat(valueLength)));
      }
      connection.commit();
    }
  }

  /** Makes the journal look as if its processes had ended long ago. */
  static void endProcesses(Path database) throws Exception {
    sql(database, "UPDATE run SET pid_started = 1");
  }

  static void sql(Path database, String... statements) throws Exception {
    try (Connection connection = connection(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  static Connection connection(Path database) throws Exception {
    return DriverManager.getConnection("jdbc:sqlite:" + database);
  }

  /** Overwrites some pages with noise. */
  static void damage(Path database, long seed, int pages, int firstPage) throws Exception {
    Random random = new Random(seed);
    byte[] noise = new byte[4096];
    long count = Files.size(database) / noise.length;
    try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
      for (int i = 0; i < pages; i++) {
        random.nextBytes(noise);
        file.seek((firstPage + random.nextInt((int) count - firstPage)) * (long) noise.length);
        file.write(noise);
      }
    }
  }

  static FieldState state(String... values) {
    return new FieldState(
        List.of(values), String.join("\0", values).getBytes(StandardCharsets.UTF_8));
  }
}
