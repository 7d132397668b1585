package org.tonearm.library.index;

import java.nio.file.Path;
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
    return database.read(d -> FileRows.find(d, path));
  }

  /** What is known of a file, if it looks now as it looked then: nothing in it has changed. */
  public Optional<IndexedFile> unchanged(Path path, FileStat now) throws IndexException {
    return find(path).filter(file -> file.stat().sameContent(now));
  }

  /** Notes a file, in place of what was known of its path. */
  public void record(IndexedFile file) throws IndexException {
    database.write(d -> FileRows.put(d, file));
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
   * that are gone or were changed since. The caller looks.
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

  @Override
  public void close() {
    database.close();
    hold.close();
  }
}
