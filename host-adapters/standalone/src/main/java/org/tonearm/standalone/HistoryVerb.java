package org.tonearm.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tonearm.api.TonearmException;
import org.tonearm.composition.Composition;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.PruneReport;
import org.tonearm.tag.journal.RunSummary;
import org.tonearm.tag.journal.SalvageReport;
import org.tonearm.tag.undo.Places;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tonearm history}. */
@Command(
    name = "history",
    sortOptions = false,
    sortSynopsis = false,
    header = "Show what was written to tags: the runs, one run's files, or one file's changes.",
    footer = {
      "",
      "Examples:",
      "  tonearm history                          the runs, newest first",
      "  tonearm history --limit 5",
      "  tonearm history 17                       the files of run 17, field by field",
      "  tonearm history --file song.mp3          what all runs wrote to a file",
      "  tonearm history --export history.jsonl   all of it, for safe-keeping",
      "  tonearm history --prune --older-than 365d --dry-run"
    })
final class HistoryVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "Number of a run, whose files are shown.")
  private Long run;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many runs at most (default: ${DEFAULT-VALUE}).")
  private int limit = 50;

  @Option(
      names = "--file",
      paramLabel = "PATH",
      description = "Show what all runs wrote to this file, or to those in this folder.")
  private Path file;

  @Option(names = "--json", description = "Print JSON Lines: one object a run or a file of a run.")
  private boolean json;

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description = "Write all that the journal holds into a new file of JSON Lines.")
  private Path export;

  @Option(
      names = "--prune",
      description = "Forget runs older than --older-than; they can't be undone any more.")
  private boolean prune;

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      converter = AgeConverter.class,
      description = "With --prune: days, weeks or years, such as 365d, 12w or 2y.")
  private Duration olderThan;

  @Option(
      names = {"-n", "--dry-run"},
      description = "With --prune: only tell what would be forgotten.")
  private boolean dryRun;

  @Option(
      names = "--salvage",
      description =
          "Save what can be read of a damaged journal into a new one; the damaged one is kept.")
  private boolean salvage;

  HistoryVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException, InterruptedException {
    check();
    if (salvage) {
      // A run that began meanwhile would go on writing into the journal that is set aside.
      return new TurnOption().inTurn(workplace, true, this::salvage);
    }
    try (Composition composition = workplace.composition()) {
      Journal journal = workplace.journal(composition);
      if (prune) {
        prune(journal);
      } else if (export != null) {
        long files = journal.export(export);
        workplace.terminal().out().println("Exported " + plural(files, "file") + " to " + export);
      } else if (run != null || file != null) {
        List<Path> named = file == null ? List.of() : List.of(file);
        new HistoryOfFiles(workplace.terminal().out(), workplace.cancellation(), json)
            .show(journal, run, new Places(named, composition.codecs()));
      } else {
        new HistoryOfRuns(workplace.terminal().out(), json).show(runs(journal));
      }
    }
    return ExitCode.GOOD;
  }

  private void check() {
    long asked =
        Stream.of(run != null || file != null, export != null, prune, salvage)
            .filter(Boolean::booleanValue)
            .count();
    if (asked > 1) {
      throw wrong("Give one of RUN or --file, --export, --prune and --salvage, not several.");
    }
    if (prune != (olderThan != null)) {
      throw wrong("--prune and --older-than belong together, such as --prune --older-than 365d.");
    }
    if (dryRun && !prune) {
      throw wrong("--dry-run goes with --prune.");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private List<RunSummary> runs(Journal journal) throws TonearmException {
    return journal.history(Math.max(1, limit));
  }

  private void prune(Journal journal) throws TonearmException {
    Instant before = Instant.now().minus(olderThan);
    PruneReport report = dryRun ? journal.prunable(before) : journal.prune(before);
    PrintStream out = workplace.terminal().out();
    out.println(
        (dryRun ? "Would forget " : "Forgot ")
            + plural(report.runs().size(), "run")
            + " with "
            + plural(report.files(), "file")
            + ".");
    if (report.undoable() > 0) {
      out.println(
          "The tags of "
              + plural(report.undoable(), "file")
              + (dryRun ? " could then" : " can")
              + " no longer be taken back.");
    }
  }

  private Integer salvage() throws TonearmException {
    SalvageReport report = Journal.salvage(workplace.data().journal());
    PrintStream out = workplace.terminal().out();
    if (report.sound()) {
      out.println("The journal is sound; there is nothing to salvage.");
      return ExitCode.GOOD;
    }
    out.println(
        "Saved " + plural(report.runs(), "run") + " with " + plural(report.files(), "file") + ".");
    out.println(
        report.lost() == 0
            ? "No trace was found of anything that could not be read."
            : "Could not be read: " + plural(report.lost(), "row") + ", perhaps more.");
    if (report.files() == 0) {
      out.println("Nothing that was written until now can be undone. The tags stay as they are.");
    }
    report
        .setAside()
        .ifPresent(aside -> out.println("The damaged journal is kept as " + Shown.path(aside)));
    return ExitCode.GOOD;
  }

  private static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
