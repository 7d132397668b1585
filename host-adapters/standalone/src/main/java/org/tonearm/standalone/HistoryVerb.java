package org.tonearm.standalone;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tonearm.api.TonearmException;
import org.tonearm.composition.Composition;
import org.tonearm.tag.journal.RunSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tonearm history}. */
@Command(
    name = "history",
    header = "List the runs that wrote tags, newest first.",
    footer = {"", "Examples:", "  tonearm history", "  tonearm history --limit 5"})
final class HistoryVerb implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Workplace workplace;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many runs at most (default: ${DEFAULT-VALUE}).")
  private int limit = 50;

  HistoryVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException {
    PrintStream out = workplace.terminal().out();
    try (Composition composition = workplace.composition()) {
      List<RunSummary> runs = composition.journal().history(Math.max(1, limit));
      if (runs.isEmpty()) {
        out.println("No run has written tags yet.");
        return ExitCode.GOOD;
      }
      out.println("   run  started           written  undone  failed  command");
      for (RunSummary run : runs) {
        out.printf(
            Locale.ROOT,
            "%6d  %s  %7d %7d %7d  %s%s%n",
            run.id(),
            TIME.format(run.started().atZone(ZoneId.systemDefault())),
            run.done(),
            run.undone(),
            run.failed(),
            Shown.text(run.commandLine()),
            state(run));
      }
    }
    return ExitCode.GOOD;
  }

  private static String state(RunSummary run) {
    if (run.undoes().isPresent()) {
      return "  (undid run " + run.undoes().getAsLong() + ")";
    }
    if (run.live()) {
      return "  (running)";
    }
    return run.finished().isEmpty() ? "  (cut short)" : "";
  }
}
