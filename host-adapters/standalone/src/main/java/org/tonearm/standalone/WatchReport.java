package org.tonearm.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tonearm.api.TonearmException;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackStatus;
import org.tonearm.watch.LogFile;
import org.tonearm.watch.StatusBoard;
import org.tonearm.watch.StatusFile;
import org.tonearm.watch.WatchListener;

/**
 * Tells of a watch: lines on the screen and in the log, and the status in its file. A log or status
 * that can't be written is told of once, and the watch goes on. Used by one thread; the status goes
 * on being told by another, since a long track takes minutes.
 */
final class WatchReport implements WatchListener {
  private static final Duration STATUS = Duration.ofSeconds(2);

  private final Terminal terminal;
  private final WatchPlace place;
  private final LogFile log;
  private final StatusBoard board;
  private final long healthNanos;
  private final AtomicBoolean faultTold = new AtomicBoolean();
  private boolean over;
  private long healthTold;

  WatchReport(Terminal terminal, WatchPlace place, StatusBoard board, Duration health) {
    this.terminal = terminal;
    this.place = place;
    this.log = new LogFile(place.log(), LogFile.USUAL_BYTES, LogFile.USUAL_KEPT);
    this.board = board;
    this.healthNanos = health.toNanos();
    this.healthTold = System.nanoTime();
  }

  /** The watch begins: the status is told until {@link #end}. */
  void begin() {
    Thread status = new Thread(this::tellStatus, "tonearm-status");
    status.setDaemon(true);
    status.start();
  }

  private synchronized void tellStatus() {
    try {
      while (!over) {
        writeStatus();
        wait(STATUS.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Nobody does.
    }
  }

  /** Tells a line. */
  void line(String text) {
    terminal.out().println(text);
    try {
      log.line(text);
    } catch (IOException e) {
      fault(e);
    }
  }

  @Override
  public void finished(TrackOutcome outcome) {
    if (outcome.status() == TrackStatus.FAILED) {
      outcome
          .problem()
          .ifPresent(
              problem ->
                  line(
                      "failed     "
                          + Shown.text(problem.message())
                          + " ["
                          + problem.code()
                          + "] "
                          + Shown.text(problem.remedy())));
    } else if (outcome.status() != TrackStatus.UNCHANGED) {
      TrackText.tags(outcome).forEach(this::line);
    }
  }

  @Override
  public void failed(TonearmException problem) {
    line("problem    " + Shown.text(problem.getMessage()) + " " + Shown.text(problem.remedy()));
  }

  @Override
  public void tick() {
    long now = System.nanoTime();
    if (now - healthTold >= healthNanos) {
      healthTold = now;
      line("health     " + Shown.text(board.status().line()));
    }
  }

  /** The watch is over. */
  void end() {
    line("ended      " + Shown.text(board.status().line()));
    synchronized (this) {
      over = true;
      writeStatus();
      notifyAll();
    }
  }

  private void writeStatus() {
    try {
      StatusFile.write(place.status(), board.status());
    } catch (IOException e) {
      fault(e);
    }
  }

  private void fault(IOException e) {
    if (faultTold.compareAndSet(false, true)) {
      terminal
          .err()
          .println(
              "Log or status can't be written to "
                  + place.folder()
                  + ": "
                  + Shown.text(String.valueOf(e.getMessage())));
    }
  }
}
