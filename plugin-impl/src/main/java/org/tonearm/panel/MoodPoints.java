package org.tonearm.panel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Where the tracks lie on the mood map. Confined to the event thread; many tracks that come or
 * change at once are looked at in small portions.
 */
public final class MoodPoints {
  private static final int PORTION = 1000;

  private final Tracks tracks;
  private final Executor screen;
  private final Runnable told;
  private final List<Optional<MoodPoint>> known = new ArrayList<>();
  private final BitSet stale = new BitSet();
  private boolean sent;
  private Optional<List<MoodPoint>> all = Optional.empty();

  /**
   * @param screen runs on the event thread what it is given, in order
   * @param told there that points are others
   */
  public MoodPoints(Tracks tracks, Executor screen, Runnable told) {
    this.tracks = tracks;
    this.screen = screen;
    this.told = told;
    tracks.listen(
        new Tracks.Listener() {
          @Override
          public void added(int first, int last) {
            stale.set(first, last + 1);
            send();
          }

          @Override
          public void changed(int index) {
            stale.set(index);
            send();
          }

          @Override
          public void changed(int[] indexes) {
            for (int index : indexes) {
              stale.set(index);
            }
            send();
          }
        });
  }

  /** All that are known, in the order of the tracks; the same list until something changes. */
  public List<MoodPoint> all() {
    if (all.isEmpty()) {
      all = Optional.of(known.stream().flatMap(Optional::stream).toList());
    }
    return all.get();
  }

  private void send() {
    if (!sent) {
      sent = true;
      screen.execute(this::look);
    }
  }

  private void look() {
    sent = false;
    int index = stale.nextSetBit(0);
    for (int i = 0; i < PORTION && index >= 0; i++) {
      while (known.size() <= index) {
        known.add(Optional.empty());
      }
      known.set(index, MoodPoint.of(tracks.row(index)));
      stale.clear(index);
      index = stale.nextSetBit(index + 1);
    }
    all = Optional.empty();
    told.run();
    if (index >= 0) {
      send();
    }
  }
}
