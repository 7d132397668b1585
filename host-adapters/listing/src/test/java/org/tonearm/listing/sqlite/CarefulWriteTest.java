package org.tonearm.listing.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.host.HostException;

final class CarefulWriteTest {
  private static final String INSERT = "INSERT INTO t VALUES (?)";

  @TempDir Path temp;
  private Path database;

  @BeforeEach
  void makeDatabase() throws SQLException {
    database = temp.resolve("a.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (x UNIQUE NOT NULL)");
    }
  }

  @Test
  void keepsItsBackupOfWhatWasCommitted() throws Exception {
    Path backup;
    try (CarefulWrite write = CarefulWrite.lock(database)) {
      backup = write.begin();
      write.change(INSERT, 1);
      write.commit();
    }
    assertThat(temp).isDirectoryContaining(backup::equals);
  }

  /** SQLite has taken everything back itself then. */
  @Test
  void leavesNoBackupWhenTheDriveIsFull() throws Exception {
    byte[] before = Files.readAllBytes(database);
    try (CarefulWrite write = CarefulWrite.lock(database)) {
      write.begin();
      write.change(INSERT, 1);
      write.rows("PRAGMA max_page_count = 1", row -> {}); // at most as many as there are
      assertThatExceptionOfType(HostException.class)
          .isThrownBy(() -> write.change(INSERT, new byte[100_000]))
          .withMessageContainingAll("a.db", "full")
          .withMessageNotContaining("copy");
      assertThatIllegalStateException().isThrownBy(() -> write.change(INSERT, 2));
    }
    assertThat(temp).isDirectoryNotContaining("glob:**.bak");
    assertThat(database).hasBinaryContent(before);
  }

  @Test
  void leavesNoBackupAfterAFaultThatWasTakenBack() throws Exception {
    try (CarefulWrite write = CarefulWrite.lock(database)) {
      write.begin();
      assertThatExceptionOfType(HostException.class)
          .isThrownBy(() -> write.change(INSERT, (Object) null))
          .withMessageNotContaining("copy");
    }
    assertThat(temp).isDirectoryNotContaining("glob:**.bak");
  }

  /** Whatever ended the transaction, it was not the fault that was told. */
  @Test
  void namesABackupThatMustStay() throws Exception {
    try (CarefulWrite write = CarefulWrite.lock(database)) {
      Path backup = write.begin();
      write.change("COMMIT");
      assertThatExceptionOfType(HostException.class)
          .isThrownBy(() -> write.change(INSERT, (Object) null))
          .withMessageContaining("a copy from before was kept: " + backup)
          .satisfies(e -> assertThat(e.remedy()).contains("Delete the copy"));
      assertThat(backup).exists();
    }
    assertThat(temp).isDirectoryContaining("glob:**.bak");
  }
}
