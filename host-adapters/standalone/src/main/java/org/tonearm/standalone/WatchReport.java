package org.tonearm.standalone;

import java.io.IOException;
import java.time.Duration;
import org.tonearm.api.TonearmException;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackStatus;
import org.tonearm.watch.LogFile;
import org.tonearm.watch.StatusBoard;
import org.tonearm.watch.StatusFile;
import org.tonearm.watch.WatchListener;

/**
 * Tells of a watch: lines on the screen and in the log, and the status in its file. A log or status
 * that can't be written is told of once, and the watch goes on. Used by one thread.
 */
final class WatchReport implements WatchListener {
  private static final long STATUS_NANOS = Duration.ofSeconds(2).toNanos();

  private final Terminal terminal;
  private final WatchPlace place;
  private final LogFile log;
  private final StatusBoard board;
  private final long healthNanos;
  private long statusTold;
  private long healthTold;
  private boolean faultTold;

  WatchReport(Terminal terminal, WatchPlace place, StatusBoard board, Duration health) {
    this.terminal = terminal;
    this.place = place;
    this.log = new LogFile(place.log(), LogFile.USUAL_BYTES, LogFile.USUAL_KEPT);
    this.board = board;
    this.healthNanos = health.toNanos();
    this.healthTold = System.nanoTime();
    this.statusTold = healthTold - STATUS_NANOS;
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
    if (now - statusTold >= STATUS_NANOS) {
      statusTold = now;
      status();
    }
  }

  /** The watch is over. */
  void end() {
    line("ended      " + Shown.text(board.status().line()));
    status();
  }

  private void status() {
    try {
      StatusFile.write(place.status(), board.status());
    } catch (IOException e) {
      fault(e);
    }
  }

  private void fault(IOException e) {
    if (!faultTold) {
      faultTold = true;
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
