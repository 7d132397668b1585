package org.tonearm.panel.sound;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.tonearm.api.TonearmException;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.panel.thread.OwnThread;

/**
 * Draws the waveform of the track that is selected: one at a time, on a thread of its own. Asking
 * for another track ends the work on the one before. The latest ones are kept. Confined to the
 * event thread.
 */
public final class Waveforms implements AutoCloseable {
  /** Sample rate: enough to see where a track is loud. */
  private static final int RATE = 11_025;

  private static final int FIRST_STRETCH = 128;
  private static final int KEPT = 64;
  private static final long REST_MILLIS = 150;
  private static final long NEWS_NANOS = 300_000_000;

  /** Told on the event thread how far a waveform is. Not told any more once another was asked. */
  public interface Listener {
    /**
     * So much of it is there.
     *
     * @param whole whether that is all
     */
    void drawn(Path file, Waveform waveform, boolean whole);

    /**
     * The track can't be decoded.
     *
     * @param why a {@link TonearmException}, or what nobody foresaw
     */
    void failed(Path file, Throwable why);
  }

  private final SoundSource source;
  private final Executor screen;
  private final Listener listener;
  private final ExecutorService thread;
  private final Map<Path, Waveform> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Waveform> eldest) {
          return size() > KEPT;
        }
      };
  private Drawing current;

  /**
   * @param screen runs on the event thread what it is given, in order
   */
  public Waveforms(SoundSource source, Executor screen, Listener listener) {
    this.source = source;
    this.screen = screen;
    this.listener = listener;
    this.thread = OwnThread.named("tonearm-waveform");
  }

  /** Asks for a track's waveform; the answer comes to the listener, at once if it is known. */
  public void ask(Path file) {
    if (current != null && current.file.equals(file)) {
      return;
    }
    stop();
    Waveform known = kept.get(file);
    if (known != null) {
      listener.drawn(file, known, true);
    } else if (!thread.isShutdown()) {
      Drawing drawing = new Drawing(file);
      current = drawing;
      drawing.task = thread.submit(drawing);
    }
  }

  /** Ends what is under way. */
  public void stop() {
    if (current != null) {
      current.task.cancel(true);
      current = null;
    }
  }

  @Override
  public void close() {
    stop();
    thread.shutdownNow();
  }

  private final class Drawing implements Runnable {
    private final Path file;
    private Future<?> task;

    Drawing(Path file) {
      this.file = file;
    }

    @Override
    public void run() {
      try {
        // Whoever goes through the table with the arrow keys passes most tracks by.
        Thread.sleep(REST_MILLIS);
        Reporting sink = new Reporting(this);
        source.decode(file, RATE, sink);
        Waveform whole = sink.peaks.waveform();
        tell(() -> ready(whole));
      } catch (InterruptedException e) {
        // Another track was selected.
        Thread.currentThread().interrupt();
      } catch (TonearmException | RuntimeException | LinkageError | OutOfMemoryError e) {
        tell(() -> fail(e));
      }
    }

    private void ready(Waveform whole) {
      current = null;
      kept.put(file, whole);
      listener.drawn(file, whole, true);
    }

    private void fail(Throwable why) {
      current = null;
      listener.failed(file, why);
    }

    void tell(Runnable news) {
      screen.execute(
          () -> {
            if (current == this) {
              news.run();
            }
          });
    }
  }

  /** Passes on how far it is, now and then. */
  private final class Reporting implements PcmSink {
    private final PeakSink peaks = new PeakSink(RATE, FIRST_STRETCH);
    private final Drawing drawing;
    private long told = System.nanoTime();

    Reporting(Drawing drawing) {
      this.drawing = drawing;
    }

    @Override
    public void begin(double startSeconds) {
      peaks.begin(startSeconds);
    }

    @Override
    public void accept(float[] samples, int offset, int length) {
      peaks.accept(samples, offset, length);
      long now = System.nanoTime();
      if (now - told > NEWS_NANOS) {
        told = now;
        Waveform part = peaks.waveform();
        drawing.tell(() -> listener.drawn(drawing.file, part, false));
      }
    }
  }
}
