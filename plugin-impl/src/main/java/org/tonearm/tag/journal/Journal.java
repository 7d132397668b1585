package org.tonearm.tag.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The record of every write, in one SQLite file.
 *
 * <p>Thread-safe. Several processes may have the same journal open. What this class says was
 * written is on the disk when its method returns (write-ahead log, {@code synchronous=FULL}).
 */
public final class Journal implements AutoCloseable {
  private Journal() {}

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
    return unfinished(file + " " + present);
  }

  /** Begins a run of writes. */
  public JournalRun begin(String commandLine) throws JournalException {
    return unfinished(commandLine);
  }

  /** Begins a run that undoes another. */
  public JournalRun beginUndo(String commandLine, long undoes) throws JournalException {
    return unfinished(commandLine + undoes);
  }

  /** The newest runs, newest first; runs that planned no write are left out. */
  public List<RunSummary> history(int limit) throws JournalException {
    return unfinished("" + limit);
  }

  /** One run. */
  public Optional<RunSummary> run(long id) throws JournalException {
    return unfinished("" + id);
  }

  /** The newest run, itself no undo, that has changes which were not undone. */
  public Optional<Long> lastRun() throws JournalException {
    return unfinished();
  }

  /** A run's entries in the order in which they were planned. */
  public List<JournalEntry> entries(long run) throws JournalException {
    return unfinished("" + run);
  }

  @Override
  public void close() {}

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T> T unfinished(Object... with) {
    throw new UnsupportedOperationException(java.util.Arrays.toString(with));
  }
}
