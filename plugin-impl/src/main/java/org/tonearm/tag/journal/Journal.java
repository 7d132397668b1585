package org.tonearm.tag.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.tag.TagField;

/**
 * The record of every write, in one SQLite file.
 *
 * <p>Thread-safe. Several processes may have the same journal open. What this class says was
 * written is on the disk when its method returns (write-ahead log, {@code synchronous=FULL}). All
 * methods throw a {@link JournalException} with code {@code journal-io} if the file can't be used.
 */
public final class Journal implements AutoCloseable {
  private final Database database;
  private final ProcessIdentity process;

  private Journal(Database database, ProcessIdentity process) {
    this.database = database;
    this.process = process;
  }

  /**
   * Opens a journal, making it and its folder if they are not there, and settles what processes
   * that ended half-way left in it: their temporary files are removed, and each of their open
   * entries becomes done or failed by what the file now is.
   *
   * @param file the database
   * @throws JournalException {@code journal-io} or {@code journal-newer}
   */
  public static Journal open(Path file) throws JournalException {
    return open(file, PresentFields.UNKNOWN);
  }

  /**
   * Likewise.
   *
   * @param file the database
   * @param present asked for a file's fields where its identity does not tell whether it was
   *     replaced
   */
  public static Journal open(Path file, PresentFields present) throws JournalException {
    Database database = Database.open(file);
    try {
      database.write(connection -> new Recovery(connection, present).settle());
    } catch (JournalException | RuntimeException e) {
      database.close();
      throw e;
    }
    return new Journal(database, ProcessIdentity.own());
  }

  /**
   * Begins a run of writes.
   *
   * @param commandLine as the user gave it; shown in the history
   */
  public JournalRun begin(String commandLine) throws JournalException {
    return begin(commandLine, null);
  }

  /**
   * Begins a run that undoes another.
   *
   * @param commandLine as the user gave it; shown in the history
   * @param undoes the other run
   */
  public JournalRun beginUndo(String commandLine, long undoes) throws JournalException {
    return begin(commandLine, undoes);
  }

  private JournalRun begin(String commandLine, Long undoes) throws JournalException {
    return new JournalRun(
        database,
        database.write(connection -> RunRows.insert(connection, commandLine, undoes, process)));
  }

  /** The newest runs, newest first; runs that planned no write are left out. */
  public List<RunSummary> history(int limit) throws JournalException {
    return database.read(connection -> RunRows.newest(connection, limit));
  }

  /** One run. */
  public Optional<RunSummary> run(long id) throws JournalException {
    return database.read(connection -> RunRows.one(connection, id));
  }

  /** The newest run, itself no undo, that has changes which were not undone. */
  public Optional<Long> lastRun() throws JournalException {
    return database.read(RunRows::lastUndoable);
  }

  /** A run's entries in the order in which they were planned. */
  public List<JournalEntry> entries(long run) throws JournalException {
    return database.read(connection -> EntryRows.ofRun(connection, run));
  }

  /**
   * Notes that fields were put back; an entry none of whose fields is left becomes {@link
   * EntryState#UNDONE}.
   */
  public void markUndone(long entry, Set<TagField> fields) throws JournalException {
    database.write(connection -> EntryRows.undone(connection, entry, fields));
  }

  @Override
  public void close() {
    database.close();
  }
}
