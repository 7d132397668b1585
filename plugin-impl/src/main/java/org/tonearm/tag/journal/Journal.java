package org.tonearm.tag.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.tag.TagField;

/**
 * The record of every write, in one SQLite file of its own: nothing that becomes of the library's
 * index touches it.
 *
 * <p>Thread-safe. Several processes may have the same journal open. What this class says was
 * written is on the disk when its method returns (write-ahead log, {@code synchronous=FULL}). All
 * methods throw a {@link JournalException} with code {@code journal-io} if the file can't be used,
 * {@code journal-busy} if another program keeps it locked, and {@code journal-corrupt} if it is
 * damaged.
 */
public final class Journal implements AutoCloseable {
  private final Database database;
  private final ProcessIdentity process;
  private final RecoveryReport recovered;

  private Journal(Database database, ProcessIdentity process, RecoveryReport recovered) {
    this.database = database;
    this.process = process;
    this.recovered = recovered;
  }

  /**
   * Opens a journal, making it and its folder if they are not there, and settles what processes
   * that ended half-way left in it: their temporary files are removed, and each of their open
   * entries becomes done or failed by what the file now is; {@link #recovered} tells of them. A
   * journal of an older version is brought up, after a copy of it was laid beside it.
   *
   * @param file the database
   * @throws JournalException {@code journal-io}, {@code journal-busy}, {@code journal-corrupt} or
   *     {@code journal-newer}
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
    return open(file, present, Database.PATIENCE);
  }

  /**
   * Likewise.
   *
   * @param file the database
   * @param present see above
   * @param patience how long another program may hold the journal before it is {@code
   *     journal-busy}; 30 seconds where it is not given
   */
  public static Journal open(Path file, PresentFields present, Duration patience)
      throws JournalException {
    Database database = Database.open(file, patience);
    try {
      RecoveryReport recovered =
          database.write(connection -> new Recovery(connection, present).settle());
      return new Journal(database, ProcessIdentity.own(), recovered);
    } catch (JournalException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Saves what can be read of a damaged journal into a new one that takes its place. The damaged
   * file stays beside it, as {@code NAME.corrupt-TIME}. A journal that is sound is left as it is.
   *
   * @param file the database; need not be there
   * @throws JournalException {@code journal-busy} if a run is going on in it, {@code journal-newer}
   *     if a newer version wrote it, else {@code journal-io}
   */
  public static SalvageReport salvage(Path file) throws JournalException {
    return new Salvage(file, Database.PATIENCE).run();
  }

  /** What was found of runs that were cut short when this journal was opened. */
  public RecoveryReport recovered() {
    return recovered;
  }

  /**
   * Begins a run of writes.
   *
   * @param commandLine as the user gave it; shown in the history
   */
  public JournalRun begin(String commandLine) throws JournalException {
    return begin(commandLine, false, null);
  }

  /**
   * Begins a run that undoes another.
   *
   * @param commandLine as the user gave it; shown in the history
   * @param undoes the other run
   */
  public JournalRun beginUndo(String commandLine, long undoes) throws JournalException {
    return begin(commandLine, true, undoes);
  }

  /**
   * Begins a run that undoes changes of any runs.
   *
   * @param commandLine as the user gave it; shown in the history
   */
  public JournalRun beginUndo(String commandLine) throws JournalException {
    return begin(commandLine, true, null);
  }

  private JournalRun begin(String commandLine, boolean undo, Long undoes) throws JournalException {
    return new JournalRun(
        database,
        database.write(
            connection -> RunRows.insert(connection, commandLine, undo, undoes, process)));
  }

  /** The newest runs, newest first; runs that planned no write are left out. */
  public List<RunSummary> history(int limit) throws JournalException {
    return database.read(connection -> RunRows.newest(connection, limit));
  }

  /** Numbers of all runs, oldest first. */
  List<Long> runs() throws JournalException {
    return database.read(RunRows::ids);
  }

  /** One run. */
  public Optional<RunSummary> run(long id) throws JournalException {
    return database.read(connection -> RunRows.one(connection, id));
  }

  /** The newest run, itself no undo, that has changes which were not undone. */
  public Optional<Long> lastRun() throws JournalException {
    return database.read(RunRows::lastUndoable);
  }

  /**
   * A run's entries in the order in which they were planned, all at once: for runs known to be
   * small. Others are read by {@link #entries(EntrySelection, boolean)}.
   */
  public List<JournalEntry> entries(long run) throws JournalException {
    List<JournalEntry> all = new ArrayList<>();
    EntryCursor cursor = entries(EntrySelection.ofRun(run), false);
    for (var entry = cursor.next(); entry.isPresent(); entry = cursor.next()) {
      all.add(entry.get());
    }
    return all;
  }

  /**
   * Selected entries, however many, in little memory.
   *
   * @param selection which
   * @param newestFirst the last planned first, else the first planned first
   */
  public EntryCursor entries(EntrySelection selection, boolean newestFirst) {
    return new EntryCursor(database, selection, newestFirst);
  }

  /** The newest write to a file, by its journaled path, that was done; taken back since or not. */
  public Optional<LastWrite> lastWrite(Path file) throws JournalException {
    return database.read(connection -> EntryRows.lastWrite(connection, file));
  }

  /**
   * The values that were last written into a field and not taken back, whatever the file holds now,
   * by the audio: the id of the codec, a colon, and the fingerprint as in {@code TagSnapshot}.
   */
  public Map<String, List<String>> standing(TagField field) throws JournalException {
    return database.read(connection -> StandingRows.of(connection, field));
  }

  /** Numbers of the entries of a file, by its journaled path, that an undo can take back. */
  public List<Long> undoable(Path file) throws JournalException {
    return database.read(connection -> EntryRows.undoable(connection, file));
  }

  /** Whether a run changed a file, by its journaled path, undone since or not. */
  public boolean changed(long run, Path file) throws JournalException {
    return database.read(connection -> EntryRows.changed(connection, run, file));
  }

  /**
   * Notes that fields were put back; an entry none of whose fields is left becomes {@link
   * EntryState#UNDONE}.
   */
  public void markUndone(long entry, Set<TagField> fields) throws JournalException {
    database.write(connection -> EntryRows.undone(connection, entry, fields));
  }

  /**
   * Writes all that the journal holds into a text file of JSON Lines: what it takes to understand
   * each change, and to undo it by hand.
   *
   * @param target a new file
   * @return number of files told of
   * @throws JournalException {@code export-failed}
   */
  public long export(Path target) throws JournalException {
    return new Export(this).write(target);
  }

  /** Tells what {@link #prune} would forget. */
  public PruneReport prunable(Instant before) throws JournalException {
    return database.read(connection -> new Pruning(connection).look(before));
  }

  /**
   * Forgets runs that ended before an instant; they can't be undone any more. A run with a write
   * that is still open stays, however old.
   */
  public PruneReport prune(Instant before) throws JournalException {
    PruneReport report =
        database.write(
            connection -> {
              Pruning pruning = new Pruning(connection);
              PruneReport found = pruning.look(before);
              pruning.remove(found);
              return found;
            });
    if (!report.runs().isEmpty()) {
      shrink();
    }
    return report;
  }

  /**
   * What was forgotten is gone already; where another process reads, or the disk has no room for
   * the copy that this takes, its room is used later.
   */
  private void shrink() throws JournalException {
    try {
      database.read(Pruning::shrink);
    } catch (JournalException e) {
      if (e.code().equals("journal-corrupt")) {
        throw e;
      }
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
