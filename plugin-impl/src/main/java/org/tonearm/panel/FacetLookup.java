package org.tonearm.panel;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tonearm.panel.thread.OwnThread;

/**
 * Keeps telling what tracks can be narrowed down by, a moment after they changed. Confined to the
 * event thread, but for the work, which has a thread of its own.
 */
public final class FacetLookup implements AutoCloseable {
  private static final long REST_MILLIS = 700;

  private final Tracks tracks;
  private final Supplier<List<Path>> places;
  private final Executor screen;
  private final Consumer<Facets> told;
  private final ExecutorService thread = OwnThread.named("tonearm-facets");
  private boolean waiting;

  /**
   * @param places where the user looked for tracks
   * @param screen runs on the event thread what it is given, in order
   * @param told there, of what changed
   */
  public FacetLookup(
      Tracks tracks, Supplier<List<Path>> places, Executor screen, Consumer<Facets> told) {
    this.tracks = tracks;
    this.places = places;
    this.screen = screen;
    this.told = told;
    tracks.listen(
        new Tracks.Listener() {
          @Override
          public void added(int first, int last) {
            look();
          }

          @Override
          public void changed(int index) {
            look();
          }

          @Override
          public void changed(int[] indexes) {
            look();
          }
        });
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void look() {
    if (!waiting && !thread.isShutdown()) {
      waiting = true;
      thread.execute(
          () -> {
            try {
              Thread.sleep(REST_MILLIS);
              screen.execute(this::ask);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt(); // closed
            }
          });
    }
  }

  private void ask() {
    waiting = false;
    List<TrackRow> rows = tracks.all();
    List<Path> where = places.get();
    if (!thread.isShutdown()) {
      thread.execute(
          () -> {
            Facets found = Facets.of(rows, where);
            screen.execute(() -> told.accept(found));
          });
    }
  }
}
