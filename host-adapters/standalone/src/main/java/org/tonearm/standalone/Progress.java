package org.tonearm.standalone;

import java.io.PrintStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A live line with rate and time left, on a screen only. */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 79;

  /** The bar's own word for a length that is not known. */
  private static final long UNKNOWN = -1;

  private final PrintStream err;
  private final Optional<ProgressBar> bar;
  private final Supplier<OptionalLong> total;

  private Progress(PrintStream err, Optional<ProgressBar> bar, Supplier<OptionalLong> total) {
    this.err = err;
    this.bar = bar;
    this.total = total;
  }

  /**
   * Begins a line.
   *
   * @param total how many tracks there are; as long as it is empty, no end is foretold
   */
  static Progress of(Terminal terminal, Supplier<OptionalLong> total) {
    if (!terminal.interactive()) {
      return new Progress(terminal.err(), Optional.empty(), total);
    }
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("Listening")
            .setInitialMax(total.get().orElse(UNKNOWN))
            .setUnit(" tracks", 1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(500)
            .setMaxRenderedLength(WIDTH)
            .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), WIDTH))
            .showSpeed()
            .clearDisplayOnFinish()
            .build();
    return new Progress(terminal.err(), Optional.of(bar), total);
  }

  /** One track more; makes room for the lines that its result prints. */
  void step() {
    if (bar.isPresent()) {
      total.get().ifPresent(bar.get()::maxHint);
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
