package org.tonearm.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.tonearm.api.TonearmException;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.Configuration;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.undo.UndoListener;
import org.tonearm.tag.undo.UndoReport;
import org.tonearm.tag.undo.UndoRequest;
import org.tonearm.tag.write.HardLinks;
import org.tonearm.tag.write.WriteOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tonearm undo}. */
@Command(
    name = "undo",
    sortOptions = false,
    sortSynopsis = false,
    header = "Take tags back: those of a run, of a file, or of a folder.",
    description = {
      "",
      "A field that somebody changed since the run is left as it is, and named. Files that were"
          + " moved since are found again by their audio.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tonearm undo --last --dry-run     show what undoing the last run would do",
      "  tonearm undo --last               undo it",
      "  tonearm undo 17                   undo run 17 ('tonearm history' lists the runs)",
      "  tonearm undo 17 --path ~/Music/a  undo of run 17 what lies in that folder",
      "  tonearm undo --path song.mp3      take all that was ever written to a file back",
      "  tonearm undo 17 --search ~/New    look there for files that were moved",
    })
final class UndoVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "RUN", description = "Number of the run.")
  private Long run;

  @Option(names = "--last", description = "The last run that can be undone (default).")
  private boolean last;

  @Option(
      names = "--path",
      paramLabel = "FILE|FOLDER",
      description =
          "Only this file, or what lies in this folder; without a run, the changes of all runs to"
              + " it. May be given several times.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--search",
      paramLabel = "FOLDER",
      description =
          "Look here for files that were moved; each file's audio is read. May be given several"
              + " times.")
  private List<Path> searches = new ArrayList<>();

  @Option(
      names = {"-n", "--dry-run"},
      description = "Show what would be put back, and write nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print JSON Lines: one object a file of a run.")
  private boolean json;

  @Option(
      names = "--allow-attribute-loss",
      description =
          "Write also to files whose owner, access list or extended attributes can't be kept.")
  private boolean allowAttributeLoss;

  @Mixin private HardLinkOptions hardLinks;
  @Mixin private TurnOption turn;

  UndoVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException, InterruptedException {
    if (run != null && last) {
      throw new ParameterException(spec.commandLine(), "Give either RUN or --last, not both.");
    }
    return turn.inTurn(workplace, !dryRun, this::takeBack);
  }

  private Integer takeBack() throws TonearmException {
    Configuration holds = workplace.readable();
    try (Composition composition = workplace.composition(holds)) {
      Optional<UndoRequest> request =
          request(workplace.journal(composition), hardLinks.or(holds.tagging().hardLinks()));
      if (request.isEmpty()) {
        nothing();
        return ExitCode.GOOD;
      }
      UndoListener told = json ? new UndoJson(workplace.terminal().out(), dryRun) : text();
      UndoReport report =
          dryRun
              ? composition.undo().undo(request.get(), told)
              : NotedCorrections.withdrawing(
                  workplace.data(), told, all -> composition.undo().undo(request.get(), all));
      end(report);
      if (workplace.cancellation().requested()) {
        workplace.terminal().err().println("Interrupted: run the same undo again for the rest.");
        return ExitCode.INTERRUPTED;
      }
      return report.failed() + report.conflicting() > 0 ? ExitCode.SOME_FAILED : ExitCode.GOOD;
    }
  }

  /** Empty if there is no run to undo. */
  private Optional<UndoRequest> request(Journal journal, HardLinks links) throws TonearmException {
    OptionalLong number = OptionalLong.empty();
    if (run != null) {
      number = OptionalLong.of(run);
    } else if (last || paths.isEmpty()) {
      Optional<Long> newest = journal.lastRun();
      if (newest.isEmpty()) {
        return Optional.empty();
      }
      number = OptionalLong.of(newest.get());
    }
    return Optional.of(
        new UndoRequest(
            number,
            paths,
            searches,
            dryRun,
            new WriteOptions(allowAttributeLoss, links),
            workplace.commandLine(),
            workplace.cancellation()::requested));
  }

  private UndoListener text() {
    return new UndoText(workplace.terminal().out(), run == null && !last && !paths.isEmpty());
  }

  private void nothing() {
    if (!json) {
      workplace.terminal().out().println("There is nothing to undo.");
    }
  }

  private void end(UndoReport report) {
    PrintStream out = workplace.terminal().out();
    if (json) {
      return;
    }
    if (report.files() == 0 && report.run().isEmpty()) {
      nothing();
      return;
    }
    out.println();
    out.println(
        (report.run().isPresent() ? "Run " + report.run().getAsLong() : "All runs")
            + (dryRun ? ": would put back " : ": put back ")
            + report.restored()
            + ", changed since and left alone "
            + report.conflicting()
            + ", failed "
            + report.failed()
            + (report.moved() > 0 ? ", found elsewhere " + report.moved() : "")
            + " (files).");
  }
}
