package org.tonearm.library.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagProfile;

/**
 * Brings the index up to date with a library. An unchanged file costs one look at it and one at the
 * index; a new or changed one is read. Memory: a bit for each file the index ever knew, and what is
 * under way, twice {@value #BATCH} files at most. Used by one thread at a time.
 */
public final class IndexScan {
  private static final int BATCH = 500;

  private final LibraryIndex index;
  private final FileReading reading;
  private final TagProfile profile;

  private final BitSet seen = new BitSet();
  private final List<IndexedFile> waiting = new ArrayList<>();

  /**
   * @param profile how tags are read
   */
  public IndexScan(LibraryIndex index, FileReading reading, TagProfile profile) {
    this.index = index;
    this.reading = reading;
    this.profile = profile;
  }

  /** Told of each file, on the thread that scans. */
  public interface Listener {
    /**
     * A file of the library.
     *
     * @param track as the host gave it
     * @param change how it stands to what the index knew
     * @param file as the index knows it now
     */
    void found(Track track, FileChange change, IndexedFile file);

    /** A file that could not be read; what the index knew of it stays. */
    void failed(Track track, TonearmException error);

    /** A file that the index knew and that is there no longer. */
    void gone(Path path);
  }

  /**
   * Scans.
   *
   * @param tracks read once, lazily, and closed
   * @param roots files that the index knows at or below these and that are there no longer are
   *     noted as gone; what is there and merely not among the tracks is left alone
   * @param cancelled asked before each track; what was done by then is kept
   * @throws IndexException if the index fails
   * @throws InterruptedException if the thread is interrupted
   */
  public ScanTally run(
      Stream<Track> tracks, List<Path> roots, Listener listener, BooleanSupplier cancelled)
      throws IndexException, InterruptedException {
    ScanTally tally = ScanTally.NOTHING;
    try (tracks) {
      Iterator<Track> each = tracks.iterator();
      while (!cancelled.getAsBoolean() && each.hasNext()) {
        List<Track> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && each.hasNext()) {
          batch.add(each.next());
        }
        List<Optional<FileRows.Row>> known = index.rows(batch.stream().map(Track::path).toList());
        for (int i = 0; i < batch.size() && (i == 0 || !cancelled.getAsBoolean()); i++) {
          tally = look(batch.get(i), known.get(i), listener, tally);
        }
      }
    } finally {
      flush();
    }
    if (!cancelled.getAsBoolean()) {
      for (Path root : roots) {
        tally = missed(root, listener, tally);
      }
    }
    seen.clear();
    return tally;
  }

  private ScanTally look(
      Track track, Optional<FileRows.Row> known, Listener listener, ScanTally tally)
      throws IndexException, InterruptedException {
    try {
      if (known.isPresent() && upToDate(known.get().file(), track)) {
        back(known.get());
        listener.found(track, FileChange.UNCHANGED, known.get().file());
        return tally.with(FileChange.UNCHANGED);
      }
      known.ifPresent(row -> seen.set((int) row.id()));
      IndexedFile now = reading.read(track.path(), profile);
      FileChange change = change(known, now);
      record(now);
      listener.found(track, change, now);
      return tally.with(change);
    } catch (TonearmException e) {
      if (e instanceof IndexException fault) {
        throw fault;
      }
      listener.failed(track, e);
      return tally.withFailed();
    }
  }

  private boolean upToDate(IndexedFile known, Track track) throws TagException {
    try {
      return known.stat().sameContent(reading.stats().of(track.path()))
          && (known.tags().isEmpty()
              || known.tags(reading.adapted(known.fingerprint(), profile)).isPresent());
    } catch (IOException e) {
      // Reading it will tell what is wrong with it.
      return false;
    }
  }

  private FileChange change(Optional<FileRows.Row> known, IndexedFile now) throws IndexException {
    if (known.isPresent()) {
      boolean sameAudio = known.get().file().fingerprint().equals(now.fingerprint());
      return sameAudio ? FileChange.RETAGGED : FileChange.CHANGED;
    }
    for (Path other : index.pathsOf(now.fingerprint())) {
      if (Files.notExists(other, LinkOption.NOFOLLOW_LINKS)) {
        return FileChange.MOVED;
      }
    }
    return FileChange.NEW;
  }

  private void back(FileRows.Row row) throws IndexException {
    seen.set((int) row.id());
    if (row.gone()) {
      mark(List.of(row.id()), null);
    }
  }

  private void record(IndexedFile file) throws IndexException {
    waiting.add(file);
    if (waiting.size() == BATCH) {
      flush();
    }
  }

  private void flush() throws IndexException {
    if (!waiting.isEmpty()) {
      index.put(waiting).forEach(id -> seen.set(id.intValue()));
      waiting.clear();
    }
  }

  private ScanTally missed(Path root, Listener listener, ScanTally tally) throws IndexException {
    List<Long> unseen = new ArrayList<>();
    index
        .database()
        .read(
            d ->
                FileRows.present(
                    d,
                    root,
                    id -> {
                      if (!seen.get((int) id)) {
                        unseen.add(id);
                      }
                    }));
    List<Long> gone = new ArrayList<>();
    for (Long id : unseen) {
      Optional<Path> path = index.database().read(d -> FileRows.path(d, id));
      if (path.isPresent() && Files.notExists(path.get(), LinkOption.NOFOLLOW_LINKS)) {
        listener.gone(path.get());
        gone.add(id);
      }
    }
    mark(gone, System.currentTimeMillis());
    return tally.withGone(gone.size());
  }

  private void mark(List<Long> ids, Long when) throws IndexException {
    if (!ids.isEmpty()) {
      index
          .database()
          .write(
              d -> {
                for (long id : ids) {
                  FileRows.gone(d, id, when);
                }
                return ids.size();
              });
    }
  }
}
