package org.tonearm.tag.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Saves what can be read of a damaged journal into a new one. The damaged file is only read, and
 * stays beside the new one under another name.
 */
final class Salvage {
  private final Path journal;
  private final Duration patience;
  private final SalvageFiles files;

  Salvage(Path journal, Duration patience) {
    this.journal = journal.toAbsolutePath();
    this.patience = patience;
    this.files = SalvageFiles.of(journal);
  }

  SalvageReport run() throws JournalException {
    try {
      files.finish();
      if (!Files.exists(journal)) {
        return new SalvageReport(Optional.empty(), 0, 0, 0);
      }
      mustNotBeNewer();
      files.removePart();
      SalvageCopy copied;
      boolean sound;
      try (Database target = Database.open(files.part(), patience)) {
        try (Connection source = Soundness.readOnly(journal, patience)) {
          sound = sound(source);
          copied = target.write(connection -> copy(source, connection));
        }
        // Closing the last connection empties the log into the file.
      }
      if (copied.live()) {
        files.removePart();
        throw new JournalException(
            "journal-busy",
            "a run is going on that writes to the journal " + journal,
            "Wait until the other Tonearm is done, or end it; then salvage.");
      }
      if (sound && copied.lost() == 0) {
        files.removePart();
        Soundness.unmark(journal);
        return new SalvageReport(Optional.empty(), copied.runs(), copied.entries(), 0);
      }
      Path aside = files.setAside();
      files.completed();
      files.finish();
      return new SalvageReport(Optional.of(aside), copied.runs(), copied.entries(), copied.lost());
    } catch (IOException | SQLException e) {
      throw JournalFault.of(journal, e);
    }
  }

  /**
   * What a newer version keeps in its tables would be lost. A version that can't be read passes.
   */
  private void mustNotBeNewer() throws SQLException, JournalException {
    int version = 0;
    try (Connection source = Soundness.readOnly(journal, patience)) {
      version = Schema.version(source);
    } catch (SQLException e) {
      if (!JournalFault.corrupt(e)) {
        throw e;
      }
    }
    if (version > Schema.VERSION) {
      throw Schema.newer(journal, version);
    }
  }

  private SalvageCopy copy(Connection source, Connection target) throws SQLException {
    try {
      SalvageCopy copy = new SalvageCopy(source, target, Files.size(journal));
      copy.run();
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean sound(Connection source) throws SQLException {
    try {
      return Schema.version(source) > 0 && Soundness.fault(source, "integrity_check(1)").isEmpty();
    } catch (SQLException e) {
      if (JournalFault.corrupt(e)) {
        return false;
      }
      throw e;
    }
  }
}
