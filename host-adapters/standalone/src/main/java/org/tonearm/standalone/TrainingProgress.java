package org.tonearm.standalone;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.tonearm.model.training.TrainingListener;

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
    if (done <= start.done() || done == total) {
      return "";
    }
    double each = (System.nanoTime() - start.nanos()) / 1e9 / (done - start.done());
    Duration left = Duration.ofSeconds(Math.round(each * (total - done)));
    return String.format(
        ", %d:%02d:%02d left", left.toHours(), left.toMinutesPart(), left.toSecondsPart());
  }

  @Override
  public synchronized void close() {
    if (terminal.interactive() && !begun.isEmpty()) {
      terminal.err().println();
      begun.clear();
    }
  }
}
