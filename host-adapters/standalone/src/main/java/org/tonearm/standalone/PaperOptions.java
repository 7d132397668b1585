package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.OptionalDouble;
import org.tonearm.api.ConfigurationException;
import picocli.CommandLine.Option;

/** Options of {@code train --network}; refused without it. */
final class PaperOptions {
  @Option(
      names = "--network",
      required = true,
      paramLabel = "ID",
      description =
          "Train a paper's network alone instead: song-lstm (Song et al.) or wu-indrnn (Wu et"
              + " al.).")
  private String network;

  @Option(
      names = "--budget",
      defaultValue = "180",
      paramLabel = "MINUTES",
      description = "With --network: CPU minutes of training (default: ${DEFAULT-VALUE}).")
  private double budget;

  @Option(
      names = "--rate",
      paramLabel = "X",
      description = "With --network: learning rate (default: the paper's).")
  private Double rate;

  @Option(
      names = "--suite",
      paramLabel = "DIR",
      description =
          "With --network: --out of an earlier 'tonearm evaluate --suite papers', whose figures the"
              + " card takes.")
  private Path suite;

  /** True if a paper's network is asked for. */
  boolean asked() {
    return network != null;
  }

  String network() {
    return network;
  }

  /** CPU minutes, above 0. */
  double budget() throws ConfigurationException {
    return budget(budget);
  }

  /** The same of any option {@code --budget}. */
  static double budget(double budget) throws ConfigurationException {
    if (!(budget > 0)) {
      throw new ConfigurationException(
          "option", "--budget is " + budget + ", expected above 0", "Give a number of minutes.");
    }
    return budget;
  }

  /** Above 0 and below 1; empty for the paper's. */
  OptionalDouble rate() throws ConfigurationException {
    return rate(rate);
  }

  /** The same of any option {@code --rate}; null where it isn't given. */
  static OptionalDouble rate(Double rate) throws ConfigurationException {
    if (rate == null) {
      return OptionalDouble.empty();
    }
    if (!(rate > 0 && rate < 1)) {
      throw new ConfigurationException(
          "option", "--rate is " + rate + ", expected above 0 and below 1", "Give such as 1e-4.");
    }
    return OptionalDouble.of(rate);
  }

  /** Null for none. */
  Path suite() {
    return suite;
  }
}
