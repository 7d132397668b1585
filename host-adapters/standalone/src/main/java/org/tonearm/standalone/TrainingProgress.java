package org.tonearm.standalone;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.tonearm.model.training.TrainingListener;
import org.tonearm.run.ClockTime;
import org.tonearm.run.Pace;

/**
 * Tells on stderr how far a training is: a line that rewrites itself on a screen, else a line at
 * each tenth of a stage.
 */
final class TrainingProgress implements TrainingListener, AutoCloseable {
  private record Begun(long nanos, int done) {}

  private final Terminal terminal;
  private final Map<String, Begun> begun = new HashMap<>();

  TrainingProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized void progress(String stage, int done, int total, String note) {
    Begun start = begun.computeIfAbsent(stage, s -> new Begun(System.nanoTime(), done));
    boolean tenth = done == total || done * 10 / total != (done - 1) * 10 / total;
    if (!terminal.interactive() && !tenth) {
      return;
    }
    String line = stage + ": " + done + " of " + total + left(start, done, total);
    String full = note.isEmpty() ? line : line + ", " + note;
    if (terminal.interactive()) {
      terminal.err().print("\r\u001b[K" + full);
      terminal.err().flush();
    } else {
      terminal.err().println(full);
    }
  }

  private static String left(Begun start, int done, int total) {
    if (done == total) {
      return "";
    }
    Pace pace =
        new Pace(
            done - start.done(),
            OptionalLong.of(total - start.done()),
            Duration.ofNanos(System.nanoTime() - start.nanos()));
    return pace.left().map(left -> ", " + ClockTime.text(left) + " left").orElse("");
  }

  @Override
  public synchronized void close() {
    if (terminal.interactive() && !begun.isEmpty()) {
      terminal.err().println();
      begun.clear();
    }
  }
}
