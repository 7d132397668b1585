package org.tonearm.tag.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Writes all that a journal holds into a text file, in little memory. */
final class Export {
  private final Journal journal;
  private final JournalJson json = new JournalJson(true);

  Export(Journal journal) {
    this.journal = journal;
  }

  /** Number of files told. The target appears when it is complete. */
  long write(Path target) throws JournalException {
    Path absolute = target.toAbsolutePath();
    if (Files.exists(absolute)) {
      throw new JournalException(
          "export-failed",
          target + " is there already; expected a new file's name",
          "Name another file, or move that one away.");
    }
    try {
      Path part = Files.createFile(DiskFiles.unused(DiskFiles.beside(absolute, ".part")));
      try {
        long files = fill(part);
        DiskFiles.sync(part);
        Files.move(part, absolute);
        return files;
      } finally {
        Files.deleteIfExists(part); // half an export would keep a full disk full
      }
    } catch (IOException e) {
      throw new JournalException(
          "export-failed",
          target + " can't be written: " + e.getMessage(),
          "Name a file in a folder that is there, can be written to, and has room.",
          e);
    }
  }

  private long fill(Path part) throws IOException, JournalException {
    long files = 0;
    try (BufferedWriter out = Files.newBufferedWriter(part)) {
      line(out, json.head(Instant.now()));
      for (long run : journal.runs()) {
        Optional<RunSummary> summary = journal.run(run);
        if (summary.isPresent()) {
          line(out, json.run(summary.get()));
        }
        EntryCursor entries = journal.entries(EntrySelection.ofRun(run), false);
        for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
          line(out, json.file(entry.get()));
          files++;
        }
      }
    }
    return files;
  }

  private static void line(BufferedWriter out, String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
