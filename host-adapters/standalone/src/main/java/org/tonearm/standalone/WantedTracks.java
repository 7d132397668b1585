package org.tonearm.standalone;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.tonearm.api.Track;
import org.tonearm.tag.journal.JournalException;
import org.tonearm.watch.TakenBack;

/**
 * The tracks of a batch, but for those whose tags the user took back. Read by one thread at a time.
 */
final class WantedTracks implements Iterator<Track> {
  private final Iterator<Track> tracks;
  private final TakenBack takenBack;
  private final Queue<Track> leftOut = new ConcurrentLinkedQueue<>();
  private Track next;

  WantedTracks(Iterator<Track> tracks, TakenBack takenBack) {
    this.tracks = tracks;
    this.takenBack = takenBack;
  }

  @Override
  public boolean hasNext() {
    while (next == null && tracks.hasNext()) {
      Track track = tracks.next();
      if (wanted(track)) {
        next = track;
      } else {
        leftOut.add(track);
      }
    }
    return next != null;
  }

  /** If the journal can't tell, the write that would follow can't be journaled either. */
  private boolean wanted(Track track) {
    try {
      return !takenBack.test(track.path());
    } catch (JournalException e) {
      return true;
    }
  }

  @Override
  public Track next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Track track = next;
    next = null;
    return track;
  }

  /** Those that were left out so far. */
  Iterable<Track> leftOut() {
    return leftOut;
  }
}
