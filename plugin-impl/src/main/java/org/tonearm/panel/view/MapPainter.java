package org.tonearm.panel.view;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.tonearm.panel.Texts;
import org.tonearm.panel.thread.OwnThread;

/**
 * Paints the map: few tracks at once, many on a thread of its own, so that the window stays alive.
 * A newer wish replaces an older one. Its methods belong to the event thread.
 */
final class MapPainter implements AutoCloseable {
  /** So many tracks are painted at once. */
  private static final int FEW = 500;

  private final Texts texts;
  private final Executor screen;
  private final Runnable painted;
  private final ExecutorService thread = OwnThread.named("tonearm-map");
  private Optional<MapPicture> latest = Optional.empty();
  private volatile Optional<MapPicture.Wish> going = Optional.empty();

  /**
   * @param screen runs on the event thread what it is given, in order
   * @param painted told there that another picture is there
   */
  MapPainter(Texts texts, Executor screen, Runnable painted) {
    this.texts = texts;
    this.screen = screen;
    this.painted = painted;
  }

  /** The picture that was painted last; it may be one of an older wish. */
  Optional<MapPicture> latest() {
    return latest;
  }

  /** The picture of a wish, if it is there; else it is begun, unless that was done before. */
  Optional<MapPicture> ask(MapPicture.Wish wish) {
    if (latest.filter(picture -> picture.wish().same(wish)).isEmpty()) {
      if (wish.points().size() <= FEW) {
        going = Optional.empty();
        latest = Optional.of(MapPicture.of(texts, wish));
      } else if (going.filter(other -> other.same(wish)).isEmpty() && !thread.isShutdown()) {
        going = Optional.of(wish);
        thread.execute(() -> paint(wish));
      }
    }
    return latest.filter(picture -> picture.wish().same(wish));
  }

  /** The picture of a wish, whatever that takes. */
  MapPicture now(MapPicture.Wish wish) {
    return ask(wish).orElseGet(() -> MapPicture.of(texts, wish));
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void paint(MapPicture.Wish wish) {
    if (wanted(wish)) {
      Optional<MapPicture> picture = Optional.empty();
      try {
        picture = Optional.of(MapPicture.of(texts, wish));
      } finally { // Where it can't be painted, the next wish is another try.
        Optional<MapPicture> made = picture;
        screen.execute(() -> took(wish, made));
      }
    }
  }

  private void took(MapPicture.Wish wish, Optional<MapPicture> made) {
    if (wanted(wish)) {
      going = Optional.empty();
      if (made.isPresent()) {
        latest = made;
        painted.run();
      }
    }
  }

  private boolean wanted(MapPicture.Wish wish) {
    return going.filter(other -> other.same(wish)).isPresent();
  }
}
