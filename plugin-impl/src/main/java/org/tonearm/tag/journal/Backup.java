package org.tonearm.tag.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Keeps a copy of a journal before its tables are changed. */
final class Backup {
  private Backup() {}

  /**
   * Copies a journal to {@code NAME.vN.backup} beside it, or {@code NAME.vN.backup-2} and so on: no
   * older backup is ever replaced. The copy is on the disk when this returns.
   *
   * @param version the version of the journal as it is
   */
  static Path make(Path journal, int version) throws SQLException {
    Path part = DiskFiles.beside(journal, ".backup-part");
    try {
      Files.deleteIfExists(part);
      try (Connection connection = Soundness.readOnly(journal, Database.PATIENCE)) {
        Database.execute(connection, "VACUUM INTO ?", part.toString());
      }
      DiskFiles.sync(part);
      Path backup = DiskFiles.unused(DiskFiles.beside(journal, ".v" + version + ".backup"));
      Files.move(part, backup);
      DiskFiles.syncFolder(journal.getParent());
      return backup;
    } catch (IOException e) {
      throw new UncheckedIOException("no backup could be made: " + e.getMessage(), e);
    }
  }
}
