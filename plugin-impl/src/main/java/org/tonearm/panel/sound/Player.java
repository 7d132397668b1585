package org.tonearm.panel.sound;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.tonearm.api.TonearmException;
import org.tonearm.panel.thread.OwnThread;

/**
 * Plays a track from a spot on, one at a time, on a thread of its own. Confined to the event
 * thread.
 */
public final class Player implements AutoCloseable {
  private static final int RATE = 44_100;

  /** What it is doing. */
  public enum State {
    /** Nothing. */
    SILENT,
    /** Getting to the spot. */
    SEEKING,
    /** Playing. */
    PLAYING,
    /** Nothing, since there is no sound device, or none is free. */
    NO_DEVICE,
    /** Nothing, since the track can't be decoded. */
    FAILED
  }

  private final SoundSource source;
  private final AudioOutput output;
  private final Executor screen;
  private final Runnable changed;
  private final ExecutorService thread;
  private State state = State.SILENT;
  private Optional<Throwable> why = Optional.empty();
  private double spot;
  private Playing current;

  /**
   * @param screen runs on the event thread what it is given, in order
   * @param changed told on the event thread that the state is another one
   */
  public Player(SoundSource source, AudioOutput output, Executor screen, Runnable changed) {
    this.source = source;
    this.output = output;
    this.screen = screen;
    this.changed = changed;
    this.thread = OwnThread.named("tonearm-player");
  }

  /** What it is doing. */
  public State state() {
    return state;
  }

  /** Why it failed: a {@link TonearmException}, or what nobody foresaw; empty if it did not. */
  public Optional<Throwable> why() {
    return why;
  }

  /** Whether it plays, or is about to. */
  public boolean on() {
    return state == State.SEEKING || state == State.PLAYING;
  }

  /** What is heard now, or was heard last, in seconds from the track's start. */
  public double position() {
    return current == null ? spot : spot + current.heard();
  }

  /**
   * Plays a track in place of what is played now.
   *
   * @param from in seconds from the track's start
   */
  public void play(Path file, double from) {
    stop();
    if (thread.isShutdown()) {
      return;
    }
    spot = Math.max(0, from);
    Playing playing = new Playing(file, spot);
    current = playing;
    set(State.SEEKING);
    playing.task = thread.submit(playing);
  }

  /** Falls silent; {@link #position} stays where it was. */
  public void stop() {
    if (current != null) {
      spot = position();
      current.end();
      current = null;
    }
    if (state != State.SILENT) {
      set(State.SILENT);
    }
  }

  @Override
  public void close() {
    stop();
    thread.shutdownNow();
  }

  private void set(State now) {
    set(now, Optional.empty());
  }

  private void set(State now, Optional<Throwable> reason) {
    state = now;
    why = reason;
    changed.run();
  }

  private final class Playing implements Runnable {
    private final Path file;
    private final double from;
    private Future<?> task;
    private volatile boolean ended;
    private volatile Optional<AudioOutput.Line> line = Optional.empty();
    private volatile double past;

    Playing(Path file, double from) {
      this.file = file;
      this.from = from;
    }

    double heard() {
      return line.map(AudioOutput.Line::heardSeconds).orElse(past);
    }

    void end() {
      ended = true;
      task.cancel(true);
    }

    @Override
    public void run() {
      Optional<AudioOutput.Line> device = output.open(RATE);
      if (device.isEmpty()) {
        tell(() -> over(State.NO_DEVICE, Optional.empty()));
        return;
      }
      try (AudioOutput.Line open = device.get()) {
        LineSink sink =
            new LineSink(open, RATE, from, () -> ended, () -> tell(() -> set(State.PLAYING)));
        line = device;
        source.decode(file, RATE, sink);
        sink.flush();
        open.drain();
        // A device that was given back forgets how far it was.
        past = open.heardSeconds();
        line = Optional.empty();
        tell(() -> over(State.SILENT, Optional.empty()));
      } catch (InterruptedException | LineSink.EndedException e) {
        // The user has enough of it.
        line = Optional.empty();
      } catch (TonearmException | RuntimeException | LinkageError | OutOfMemoryError e) {
        tell(() -> over(State.FAILED, Optional.of(e)));
      }
    }

    private void over(State how, Optional<Throwable> reason) {
      spot = position();
      current = null;
      set(how, reason);
    }

    private void tell(Runnable news) {
      screen.execute(
          () -> {
            if (current == this) {
              news.run();
            }
          });
    }
  }
}
