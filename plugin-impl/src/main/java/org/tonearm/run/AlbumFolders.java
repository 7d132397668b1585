package org.tonearm.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.tonearm.api.Track;

/**
 * Passes tracks on and knows of which folders all have come: a scan is through with a folder when
 * it gives a track from outside. Thread-safe.
 */
final class AlbumFolders implements Iterator<Track> {
  private static final Path NONE = Path.of("");

  private final Iterator<Track> tracks;
  private final Map<Path, Integer> open = new LinkedHashMap<>();
  private final Map<Path, Integer> closed = new HashMap<>();

  AlbumFolders(Iterator<Track> tracks) {
    this.tracks = tracks;
  }

  /** The folder of a track. */
  static Path folder(Track track) {
    Path parent = track.path().getParent();
    return parent == null ? NONE : parent;
  }

  @Override
  public synchronized boolean hasNext() {
    boolean more = tracks.hasNext();
    if (!more) {
      close(null);
    }
    return more;
  }

  @Override
  public synchronized Track next() {
    Track track = tracks.next();
    Path folder = folder(track);
    close(folder);
    open.merge(folder, 1, Integer::sum);
    return track;
  }

  /** How many tracks the scan gave from a folder, once it is through with it. */
  synchronized OptionalInt all(Path folder) {
    Integer count = closed.get(folder);
    return count == null ? OptionalInt.empty() : OptionalInt.of(count);
  }

  /** The tracks of a folder are dealt with. */
  synchronized void forget(Path folder) {
    closed.remove(folder);
  }

  /** All but the folders on the way down to this one. */
  private void close(Path folder) {
    open.entrySet()
        .removeIf(
            entry -> {
              boolean left = folder == null || !folder.startsWith(entry.getKey());
              if (left) {
                closed.merge(entry.getKey(), entry.getValue(), Integer::sum);
              }
              return left;
            });
  }
}
