package org.tonearm.standalone;

import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A live line with rate and time left, on a screen only. */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 79;

  private final PrintStream err;
  private final Optional<ProgressBar> bar;

  private Progress(PrintStream err, Optional<ProgressBar> bar) {
    this.err = err;
    this.bar = bar;
  }

  /** Begins a line for so many tracks. */
  static Progress of(Terminal terminal, int tracks) {
    if (!terminal.interactive() || tracks == 0) {
      return new Progress(terminal.err(), Optional.empty());
    }
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("Listening")
            .setInitialMax(tracks)
            .setUnit(" tracks", 1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(500)
            .setMaxRenderedLength(WIDTH)
            .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), WIDTH))
            .showSpeed()
            .clearDisplayOnFinish()
            .build();
    return new Progress(terminal.err(), Optional.of(bar));
  }

  /** One track more; makes room for the lines that its result prints. */
  void step() {
    if (bar.isPresent()) {
      bar.get().step();
      err.print("\r\u001b[K");
      err.flush();
    }
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
