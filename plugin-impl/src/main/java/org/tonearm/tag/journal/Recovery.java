package org.tonearm.tag.journal;

import static org.tonearm.tag.journal.Database.prepare;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;

/**
 * Settles the entries that a process left open when it ended half-way. A rename either happened or
 * did not; which of both is read off the disk:
 *
 * <ol>
 *   <li>an entry that was only planned, or whose temporary file is still there, was not renamed;
 *   <li>a file that is the original, or the copy, says so by device, inode, size and time;
 *   <li>failing that (the file was changed again since, or the file system has no inodes), its
 *       fields are compared with those before and after;
 *   <li>failing that, the entry counts as done: undo looks at each field again before it touches
 *       it.
 * </ol>
 *
 * <p>Temporary files are removed. An entry whose folder can't be reached now, on a drive that is
 * not attached, stays open until it can. So does one whose folder is only the empty mount point of
 * such a drive: the folder is empty, and on another device than the file was.
 */
final class Recovery {
  private static final JournalEntry.Failure CUT_SHORT =
      new JournalEntry.Failure("interrupted", "the process ended before the file was replaced");

  private final Connection connection;
  private final PresentFields present;

  Recovery(Connection connection, PresentFields present) {
    this.connection = connection;
    this.present = present;
  }

  /** An open entry with what only recovery needs to know of it. */
  private record Left(JournalEntry entry, Path temporary) {}

  /** Settles what can be settled, and tells of each. To be run in one transaction. */
  RecoveryReport settle() throws SQLException {
    List<RecoveredFile> files = new ArrayList<>();
    for (Left left : abandoned()) {
      files.add(settle(left));
    }
    return new RecoveryReport(files);
  }

  private RecoveredFile settle(Left left) throws SQLException {
    if (!Files.isDirectory(left.temporary().getParent()) || onlyMountPoint(left)) {
      return told(left, RecoveredFile.Outcome.OUT_OF_REACH, false);
    }
    boolean copyThere = exists(left.temporary());
    if (!removed(left.temporary())) {
      return told(left, RecoveredFile.Outcome.COPY_STUCK, false);
    }
    boolean copyGone = copyThere && !exists(left.temporary());
    boolean unfinished = left.entry().copy().isEmpty() || copyThere;
    boolean done = !unfinished && renamed(left.entry());
    EntryRows.settle(
        connection,
        left.entry().id(),
        done ? EntryState.DONE : EntryState.FAILED,
        done ? null : CUT_SHORT);
    return told(
        left, done ? RecoveredFile.Outcome.FINISHED : RecoveredFile.Outcome.PUT_BACK, copyGone);
  }

  private static RecoveredFile told(Left left, RecoveredFile.Outcome outcome, boolean copyGone) {
    JournalEntry entry = left.entry();
    return new RecoveredFile(entry.run(), entry.path(), entry.displayPath(), outcome, copyGone);
  }

  private List<Left> abandoned() throws SQLException {
    List<Left> left = new ArrayList<>();
    try (PreparedStatement statement =
            prepare(
                connection,
                """
                SELECT entry.*, run.pid, run.pid_started FROM entry JOIN run ON run.id = entry.run
                WHERE entry.state IN ('PLANNED', 'WRITING') ORDER BY entry.id
                """);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        if (!new ProcessIdentity(row.getLong("pid"), row.getLong("pid_started")).live()) {
          left.add(new Left(EntryRows.entry(connection, row), EntryRows.temporary(row)));
        }
      }
    }
    return left;
  }

  private static boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean onlyMountPoint(Left left) {
    if (exists(left.entry().path()) || exists(left.temporary())) {
      return false;
    }
    Path folder = left.temporary().getParent();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
      return !listing.iterator().hasNext()
          && left.entry().original().onOtherDevice(FileIdentity.of(folder));
    } catch (IOException | DirectoryIteratorException e) {
      return true; // out of sight, for now
    }
  }

  private static boolean removed(Path temporary) {
    // The journal is a file that others may write to: never delete what is not named as ours.
    if (!TemporaryName.matches(temporary)) {
      return true;
    }
    try {
      Files.deleteIfExists(temporary);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean renamed(JournalEntry entry) {
    Path file = entry.path();
    try {
      FileIdentity now = FileIdentity.of(file);
      if (!now.key().isEmpty()) {
        if (now.sameContent(entry.copy().orElseThrow())) {
          return true;
        }
        if (now.sameContent(entry.original())) {
          return false;
        }
      }
    } catch (IOException e) {
      // Gone or out of sight: nothing to tell by.
    }
    return present
        .read(file, entry.profile())
        .map(fields -> !allAsBefore(entry, fields))
        .orElse(true);
  }

  private static boolean allAsBefore(JournalEntry entry, Map<TagField, FieldState> now) {
    return entry.fields().stream()
        .allMatch(
            field -> field.before().equals(now.getOrDefault(field.field(), FieldState.ABSENT)));
  }
}
