package org.tonearm.spark.command;

import java.util.Set;
import org.tonearm.api.TonearmException;
import org.tonearm.configuration.FaultyConfigurationException;
import org.tonearm.spark.home.ParentWatch;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * Where a driver starts, by {@code spark-submit} or by {@code tonearm cluster}: the same stages and
 * options.
 */
public final class ClusterMain {
  private static final int WRONG_USE = 2;

  /** EX_TEMPFAIL of sysexits.h: the same command, started again, goes on. */
  private static final int BROKEN_OFF = 75;

  /** Faults that may pass. */
  private static final Set<String> PASSING = Set.of("cluster-rows", "cluster-busy");

  private ClusterMain() {}

  /** Runs one stage and exits with its code. */
  public static void main(String[] arguments) {
    ParentWatch.begin();
    System.exit(run(arguments));
  }

  /**
   * Runs one stage.
   *
   * @return 0 if all is well, 1 if this stage failed at some recording or left it alone, 2 for
   *     wrong use or configuration, 75 if the job broke off
   */
  public static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new ClusterVerb());
    Inherited.add(commandLine);
    return commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false) // as in the process that asks; folders may be named so
        .setExecutionExceptionHandler(ClusterMain::explain);
  }

  private static int explain(Exception e, CommandLine commandLine, ParseResult parsed) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof FaultyConfigurationException faulty) {
        faulty.faults().forEach(fault -> System.err.println(fault.text()));
        System.err.println("  " + faulty.remedy());
        return WRONG_USE;
      }
      if (cause instanceof TonearmException error) {
        System.err.println(error.getMessage());
        System.err.println("  " + error.remedy());
        return PASSING.contains(error.code()) ? BROKEN_OFF : WRONG_USE;
      }
    }
    System.err.println("The job ended before its time: " + e);
    System.err.println("  Start the same command again: it goes on where it stopped.");
    e.printStackTrace(System.err);
    return BROKEN_OFF;
  }
}
