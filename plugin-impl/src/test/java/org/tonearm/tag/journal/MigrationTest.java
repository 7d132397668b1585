package org.tonearm.tag.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagLayout;

class MigrationTest {
  @TempDir private Path folder;
  private Path database;
  private Path backup;

  /** As version 1 made it: its own words, not those that the program has today. */
  @BeforeEach
  void makeVersion1() throws Exception {
    database = folder.resolve("journal.db");
    backup = folder.resolve("journal.db.v1.backup");
    JournalSample.sql(
        database,
        "PRAGMA journal_mode = WAL",
        "CREATE TABLE schema_version (version INTEGER NOT NULL)",
        """
        CREATE TABLE run (id INTEGER PRIMARY KEY AUTOINCREMENT, command_line TEXT NOT NULL,
          started INTEGER NOT NULL, finished INTEGER, undoes INTEGER REFERENCES run(id),
          pid INTEGER NOT NULL, pid_started INTEGER NOT NULL)
        """,
        """
        CREATE TABLE entry (id INTEGER PRIMARY KEY AUTOINCREMENT,
          run INTEGER NOT NULL REFERENCES run(id), path TEXT NOT NULL, display_path TEXT NOT NULL,
          temporary TEXT NOT NULL, state TEXT NOT NULL, codec TEXT NOT NULL, profile TEXT NOT NULL,
          original TEXT NOT NULL, copy TEXT, failure_code TEXT, failure_message TEXT,
          updated INTEGER NOT NULL)
        """,
        "CREATE INDEX entry_of_run ON entry (run, state)",
        "CREATE INDEX open_entry ON entry (run) WHERE state IN ('PLANNED', 'WRITING')",
        """
        CREATE TABLE field (entry INTEGER NOT NULL REFERENCES entry(id), field TEXT NOT NULL,
          before_values TEXT NOT NULL, before_raw BLOB NOT NULL, intended TEXT NOT NULL,
          after_values TEXT, after_raw BLOB, undone INTEGER NOT NULL DEFAULT 0,
          PRIMARY KEY (entry, field))
        """,
        "INSERT INTO schema_version VALUES (1)",
        "INSERT INTO run VALUES (1, 'tonearm tag a', 1000, 2000, NULL, 1, 1)",
        "INSERT INTO run VALUES (2, 'undo 1', 3000, 4000, 1, 1, 1)",
        entry(1, 1),
        entry(2, 2),
        "INSERT INTO field VALUES (1, 'GENRE', '[\"Other\"]', x'01', '[\"Jazz\"]', '[\"Jazz\"]',"
            + " x'02', 0)");
  }

  private static String entry(int id, int run) {
    return "INSERT INTO entry VALUES ("
        + id
        + ", "
        + run
        + ", 'file:///music/a.mp3', '/music/a.mp3', 'file:///music/.tonearm-1.mp3', 'DONE', 'mp3',"
        + " '{\"separator\":\"; \",\"moodDescription\":\"MOOD\",\"newId3Version\":4,"
        + "\"modificationTime\":\"KEPT\"}',"
        + " '{\"key\":\"k\",\"size\":5,\"modified\":6,\"changed\":7}', NULL, NULL, NULL, 1500)";
  }

  @Test
  void bringsAnOldJournalUpAndKeepsACopyOfIt() throws Exception {
    try (Journal journal = Journal.open(database)) {
      JournalEntry entry = journal.entries(1).get(0);
      assertThat(entry.audioHash()).isEmpty();
      assertThat(entry.layout()).isEqualTo(TagLayout.UNKNOWN);
      assertThat(entry.original()).isEqualTo(new FileIdentity("k", 5, 6, 7));
      assertThat(entry.fields().get(0).field()).isEqualTo(TagField.GENRE);
      assertThat(entry.fields().get(0).before())
          .isEqualTo(new FieldState(List.of("Other"), new byte[] {1}));
      assertThat(journal.run(1).orElseThrow().undo()).isFalse();
      assertThat(journal.run(2).orElseThrow().undo()).isTrue();
      assertThat(journal.lastRun()).contains(1L);
      assertThat(journal.begin("next").id()).isEqualTo(3);
    }
    assertThat(number(database, "SELECT version FROM schema_version")).isEqualTo(3);
    assertThat(number(backup, "SELECT version FROM schema_version")).isEqualTo(1);
    assertThat(number(backup, "SELECT count(*) FROM entry")).isEqualTo(2);
    assertThat(number(backup, "SELECT count(*) FROM run")).isEqualTo(2);

    Journal.open(database).close();
    assertThat(backups()).containsExactly("journal.db.v1.backup");
  }

  @Test
  void aJournalThatWasBroughtUpIsMadeLikeANewOne() throws Exception {
    Journal.open(database).close();
    Path fresh = folder.resolve("fresh.db");
    Journal.open(fresh).close();
    assertThat(columns(database)).isEqualTo(columns(fresh)).hasSizeGreaterThan(25);
    assertThat(folder.resolve("fresh.db.v1.backup")).doesNotExist();
  }

  @Test
  void anOlderCopyIsNeverReplaced() throws Exception {
    Files.writeString(backup, "mine");
    Journal.open(database).close();
    assertThat(Files.readString(backup)).isEqualTo("mine");
    assertThat(number(folder.resolve("journal.db.v1.backup-2"), "SELECT count(*) FROM entry"))
        .isEqualTo(2);
  }

  @Test
  void aMigrationThatFailsLeavesTheOldVersion() throws Exception {
    // The last statement but two of the step fails: what it named is there already.
    JournalSample.sql(database, "CREATE INDEX entry_of_path ON entry (path)");
    assertThatThrownBy(() -> Journal.open(database))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.code()).isEqualTo("journal-io"));
    assertThat(number(database, "SELECT version FROM schema_version")).isEqualTo(1);
    assertThat(columns(database)).noneMatch(column -> column.contains("audio_hash"));
    assertThat(number(backup, "SELECT count(*) FROM entry")).isEqualTo(2);

    JournalSample.sql(database, "DROP INDEX entry_of_path");
    Journal.open(database).close();
    assertThat(number(database, "SELECT version FROM schema_version")).isEqualTo(3);
  }

  @Test
  void withoutRoomForACopyNothingIsChanged() throws Exception {
    Files.createDirectories(folder.resolve("journal.db.backup-part").resolve("in the way"));
    assertThatThrownBy(() -> Journal.open(database))
        .isInstanceOfSatisfying(
            JournalException.class,
            e -> {
              assertThat(e.code()).isEqualTo("journal-io");
              assertThat(e.getMessage()).contains("no backup could be made");
            });
    assertThat(number(database, "SELECT version FROM schema_version")).isEqualTo(1);
  }

  @Test
  void severalMayBringItUpAtOnce() throws Exception {
    int openers = 4;
    ExecutorService pool = Executors.newFixedThreadPool(openers);
    try {
      CyclicBarrier together = new CyclicBarrier(openers);
      List<Future<Integer>> found = new ArrayList<>();
      for (int i = 0; i < openers; i++) {
        found.add(
            pool.submit(
                () -> {
                  together.await();
                  try (Journal journal = Journal.open(database)) {
                    return journal.entries(1).size();
                  }
                }));
      }
      for (Future<Integer> entries : found) {
        assertThat(entries.get()).isEqualTo(1);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(backups()).containsExactly("journal.db.v1.backup");
  }

  private List<String> backups() throws Exception {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).filter(n -> n.contains("backup")).toList();
    }
  }

  private static long number(Path database, String sql) throws Exception {
    try (Connection connection = JournalSample.connection(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }

  private static List<String> columns(Path database) throws Exception {
    List<String> columns = new ArrayList<>();
    try (Connection connection = JournalSample.connection(database);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT m.type, m.name, c.name, c.type, c."notnull", c.dflt_value
                FROM sqlite_master m, pragma_table_xinfo(m.name) c
                WHERE m.name NOT LIKE 'sqlite_%'
                UNION ALL SELECT 'index', m.name, m.tbl_name, '', 0, NULL
                FROM sqlite_master m WHERE type = 'index' ORDER BY 2, 3
                """)) {
      while (row.next()) {
        columns.add(
            row.getString(2)
                + " "
                + row.getString(3)
                + " "
                + row.getString(4)
                + row.getInt(5)
                + row.getString(6));
      }
    }
    return columns;
  }
}
