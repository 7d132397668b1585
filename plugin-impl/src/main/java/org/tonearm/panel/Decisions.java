package org.tonearm.panel;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.secondreader.Credits;

/**
 * What the user decided on tracks. Confined to the event thread; a decision on many tracks is
 * carried out in small portions, between which the window stays alive.
 */
public final class Decisions {
  /** Tracks that are decided on in one go. */
  static final int PORTION = 2000;

  private final Tracks tracks;
  private final Executor screen;
  private final Map<Path, TrackRow> recalled = new LinkedHashMap<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean going;

  /**
   * @param screen runs on the event thread what it is given, in order
   */
  Decisions(Tracks tracks, Executor screen) {
    this.tracks = tracks;
    this.screen = screen;
  }

  /**
   * Remembers a decision of an earlier session. It holds again once the track is listed, unless the
   * file was changed since.
   *
   * @param planned the plan that it was taken on
   */
  public void recall(PlannedTrack planned, Decision decision) {
    HeardFile file = new HeardFile(Credits.NONE, Map.of(), planned, Map.of());
    recalled.put(planned.path(), new TrackRow(file, decision, ""));
  }

  /** How many decisions of an earlier session wait for their tracks to be listed. */
  public int recalled() {
    return recalled.size();
  }

  /** Tracks with a decision that waits: listed ones, and remembered ones that are not. */
  public List<TrackRow> decided() {
    Map<Path, TrackRow> decided = new LinkedHashMap<>(recalled);
    tracks.all().stream()
        .filter(TrackRow::waits)
        .forEach(row -> decided.put(row.path(), row.kept()));
    return List.copyOf(decided.values());
  }

  /** Accepts, rejects or leaves open: at once, or portion by portion where there are many. */
  void decide(List<Path> files, Decision decision) {
    for (int from = 0; from < files.size(); from += PORTION) {
      List<Path> some = files.subList(from, Math.min(files.size(), from + PORTION));
      waiting.add(
          () ->
              tracks.change(
                  some, row -> row.decision() == Decision.WRITTEN ? row : row.decided(decision)));
    }
    begin();
  }

  /** Does something after all that was asked for before: at once, if nothing is left of that. */
  void whenDone(Runnable what) {
    waiting.add(what);
    begin();
  }

  /**
   * Lists tracks, some of them perhaps again; what was decided on them earlier holds again. Of a
   * track that could not be heard this time it is remembered.
   */
  void listed(List<HeardFile> files) {
    for (HeardFile file : files) {
      Path path = file.planned().path();
      tracks.indexOf(path).stream()
          .mapToObj(tracks::row)
          .filter(TrackRow::waits)
          .forEach(row -> recalled.put(path, row.kept()));
    }
    tracks.put(files);
    for (HeardFile file : files) {
      Path path = file.planned().path();
      TrackRow before = recalled.get(path);
      if (before != null && !new TrackRow(file).failed()) {
        recalled.remove(path);
        tracks.change(path, row -> row.again(before));
      }
    }
  }

  private void begin() {
    if (!going && !waiting.isEmpty()) {
      going = true;
      go();
    }
  }

  private void go() {
    try {
      waiting.remove().run();
    } finally {
      going = !waiting.isEmpty();
      if (going) {
        screen.execute(this::go);
      }
    }
  }
}
