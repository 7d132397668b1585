package org.tonearm.library.index;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.audio.Excerpts;

/**
 * What is known of the files of a library: how they looked, what they sound like, what their tags
 * said, and what models heard in them. An SQLite database on a disk of this computer.
 *
 * <p>All in it can be made again from the files; losing it costs time and nothing else.
 * Thread-safe; several processes may use one index at a time. Closed by whoever opened it.
 */
public final class LibraryIndex implements AutoCloseable {
  private final IndexDatabase database;
  private final IndexHold hold;
  private final Optional<String> notice;

  private LibraryIndex(IndexOpening.Opened opened) {
    this.database = opened.database();
    this.hold = opened.hold();
    this.notice = opened.notice();
  }

  /**
   * Opens an index, made if there is none. One of an older version is brought up to date, after a
   * copy of it was made beside it ({@code index.db.v1.backup}); a damaged one is set aside ({@code
   * index.db.corrupt-…}) and begun anew.
   *
   * @param file the database; its folder is made if missing
   * @throws IndexException if it can't be used
   */
  public static LibraryIndex open(Path file) throws IndexException {
    return open(file, IndexSettings.usual());
  }

  static LibraryIndex open(Path file, IndexSettings settings) throws IndexException {
    return new LibraryIndex(new IndexOpening(file, settings).open());
  }

  /** A sentence for the user, if the index was found damaged and begun anew. */
  public Optional<String> notice() {
    return notice;
  }

  /** What is known of the file at a path, however old that may be. */
  public Optional<IndexedFile> find(Path path) throws IndexException {
    return rows(List.of(path)).get(0).map(FileRows.Row::file);
  }

  /** What is known of a file, if it looks now as it looked then: nothing in it has changed. */
  public Optional<IndexedFile> unchanged(Path path, FileStat now) throws IndexException {
    return find(path).filter(file -> file.stat().sameContent(now));
  }

  /** Notes a file, in place of what was known of its path. */
  public void record(IndexedFile file) throws IndexException {
    recordAll(List.of(file));
  }

  /** Notes files in one transaction; a thousand or so at a time are written fastest. */
  public void recordAll(Collection<IndexedFile> files) throws IndexException {
    put(files);
  }

  /**
   * Has a file read anew, however much it looks as it did. Its audio is still known to lie there.
   */
  public void distrust(Path path) throws IndexException {
    database.write(d -> FileRows.distrust(d, path));
  }

  /** The same of all files of this audio, under whatever names. */
  public void distrust(Fingerprint fingerprint) throws IndexException {
    database.write(d -> FileRows.distrust(d, fingerprint));
  }

  /**
   * Where files of this audio were last seen: several if there are copies, among them perhaps some
   * that are gone or were changed since, which come last if a scan noticed. The caller looks.
   */
  public List<Path> pathsOf(Fingerprint fingerprint) throws IndexException {
    return database.read(d -> FileRows.pathsOf(d, fingerprint));
  }

  /**
   * What a model heard in a track, if it was stored.
   *
   * @param model the model's version key, which is another one for other weights
   * @param excerpts which parts were heard
   */
  public Optional<StoredScores> scores(Fingerprint fingerprint, String model, Excerpts excerpts)
      throws IndexException {
    return database
        .read(d -> ScoreRows.find(d, fingerprint, model, excerpts))
        .flatMap(ScoresBlob::read);
  }

  /** Stores what a model heard in a track, in place of what was stored for the same key. */
  public void store(Fingerprint fingerprint, String model, Excerpts excerpts, StoredScores scores)
      throws IndexException {
    byte[] content = ScoresBlob.of(scores);
    database.write(d -> ScoreRows.put(d, fingerprint, model, excerpts, content));
  }

  /** Number of files that no scan missed. */
  public long files() throws IndexException {
    return database.read(FileRows::count);
  }

  /**
   * Forgets files that scans have missed for so long, and scores of audio that no file has.
   *
   * @return number of files forgotten
   */
  public int forgetGone(Duration goneFor) throws IndexException {
    long before = Instant.now().minus(goneFor).toEpochMilli();
    return database.write(
        d -> {
          int files = FileRows.forget(d, before);
          ScoreRows.forgetStrays(d);
          return files;
        });
  }

  @Override
  public void close() {
    database.close();
    hold.close();
  }

  /** What is known of files, in the same order. */
  List<Optional<FileRows.Row>> rows(List<Path> paths) throws IndexException {
    return database.read(
        d -> {
          List<Optional<FileRows.Row>> rows = new ArrayList<>(paths.size());
          for (Path path : paths) {
            rows.add(FileRows.find(d, path));
          }
          return rows;
        });
  }

  /** Notes files; gives their rows' numbers in the same order. */
  List<Long> put(Collection<IndexedFile> files) throws IndexException {
    return database.write(
        d -> {
          List<Long> ids = new ArrayList<>(files.size());
          for (IndexedFile file : files) {
            ids.add(FileRows.put(d, file));
          }
          return ids;
        });
  }

  IndexDatabase database() {
    return database;
  }
}
