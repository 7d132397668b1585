package org.tonearm.panel.artwork;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.tonearm.panel.thread.OwnThread;

/**
 * The covers of tracks in one size. They are read on a thread of its own, what was asked last comes
 * first, and the latest ones are kept. Confined to the event thread.
 */
public final class Covers implements AutoCloseable {
  /** Wishes kept at most: what was asked before them has been scrolled away. */
  private static final int MOST_WISHES = 64;

  private final PictureSource source;
  private final int side;
  private final int kept;
  private final Executor screen;
  private final Consumer<Path> arrived;
  private final PictureReader reader = new PictureReader();
  private final ExecutorService thread;
  private final Map<Path, Cover> known;
  private final Deque<Path> wishes = new ArrayDeque<>();
  private boolean reading;

  /**
   * @param side of a cover in pixels
   * @param kept how many are kept
   * @param screen runs on the event thread what it is given, in order
   * @param arrived told there of each cover that was asked for
   */
  public Covers(PictureSource source, int side, int kept, Executor screen, Consumer<Path> arrived) {
    this.source = source;
    this.side = side;
    this.kept = kept;
    this.screen = screen;
    this.arrived = arrived;
    this.known =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Path, Cover> eldest) {
            return size() > Covers.this.kept;
          }
        };
    this.thread = OwnThread.named("tonearm-covers");
  }

  /** A track's cover, or {@link Cover#AWAITED}, which has it read. */
  public Cover of(Path file) {
    Cover cover = known.get(file);
    if (cover != null) {
      return cover;
    }
    wishes.remove(file);
    wishes.addFirst(file);
    if (wishes.size() > MOST_WISHES) {
      wishes.removeLast();
    }
    readNext();
    return Cover.AWAITED;
  }

  /** Forgets a track's cover, which may have changed. */
  public void forget(Path file) {
    known.remove(file);
  }

  @Override
  public void close() {
    wishes.clear();
    thread.shutdownNow();
  }

  private void readNext() {
    if (reading || wishes.isEmpty() || thread.isShutdown()) {
      return;
    }
    reading = true;
    Path file = wishes.removeFirst();
    thread.execute(
        () -> {
          Cover cover = read(file);
          screen.execute(
              () -> {
                reading = false;
                known.put(file, cover);
                arrived.accept(file);
                readNext();
              });
        });
  }

  private Cover read(Path file) {
    try {
      return source.picture(file).map(bytes -> reader.read(bytes, side)).orElse(Cover.NONE);
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      return Cover.UNREADABLE;
    }
  }
}
