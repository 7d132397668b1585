package org.tonearm.standalone;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tonearm.api.TonearmException;
import org.tonearm.composition.Composition;
import org.tonearm.tag.undo.UndoListener;
import org.tonearm.tag.undo.UndoReport;
import org.tonearm.tag.undo.UndoneField;
import org.tonearm.tag.undo.UndoneFile;
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
    header = "Take a run's tags back.",
    description = {
      "",
      "A field that somebody changed since the run is left as it is, and named.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tonearm undo --last --dry-run     show what undoing the last run would do",
      "  tonearm undo --last               undo it",
      "  tonearm undo 17                   undo run 17 ('tonearm history' lists the runs)",
    })
final class UndoVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "RUN", description = "Number of the run.")
  private Long run;

  @Option(names = "--last", description = "The last run that can be undone (default).")
  private boolean last;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Show what would be put back, and write nothing.")
  private boolean dryRun;

  @Option(
      names = "--allow-attribute-loss",
      description =
          "Write also to files whose owner, access list or extended attributes can't be kept.")
  private boolean allowAttributeLoss;

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
    PrintStream out = workplace.terminal().out();
    try (Composition composition = workplace.composition()) {
      Optional<Long> number = run == null ? composition.journal().lastRun() : Optional.of(run);
      if (number.isEmpty()) {
        out.println("There is nothing to undo.");
        return ExitCode.GOOD;
      }
      UndoListener listener =
          file -> {
            tell(file, out);
            if (workplace.cancellation().requested()) {
              // An undo ends between two files when its thread is interrupted.
              Thread.currentThread().interrupt();
            }
          };
      UndoReport report =
          composition
              .undo()
              .undo(number.get(), dryRun, new WriteOptions(allowAttributeLoss), listener);
      boolean interrupted = Thread.interrupted();
      out.println();
      out.println(
          "Run "
              + report.run()
              + (dryRun ? ": would put back " : ": put back ")
              + report.restored()
              + ", changed since and left alone "
              + report.conflicting()
              + ", failed "
              + report.failed()
              + " (files).");
      if (interrupted) {
        workplace.terminal().err().println("Interrupted: run the same undo again for the rest.");
        return ExitCode.INTERRUPTED;
      }
      return report.failed() + report.conflicting() > 0 ? ExitCode.SOME_FAILED : ExitCode.GOOD;
    }
  }

  private static void tell(UndoneFile file, PrintStream out) {
    out.println(Shown.text(file.displayPath()));
    for (UndoneField field : file.fields()) {
      String present = field.present().stream().map(Shown::text).collect(Collectors.joining("; "));
      String old = field.restored().stream().map(Shown::text).collect(Collectors.joining("; "));
      out.println(
          "  "
              + field.field().word()
              + "  "
              + switch (field.outcome()) {
                case RESTORED -> shown(present) + " -> " + shown(old);
                case ALREADY_BACK -> shown(old) + ", as before the run already";
                case CHANGED_SINCE ->
                    shown(present) + " was set by somebody since the run: left alone";
              });
    }
    file.error()
        .ifPresent(
            error -> {
              out.println("  " + Shown.text(error.getMessage()) + " [" + error.code() + "]");
              out.println("  " + Shown.text(error.remedy()));
            });
    file.warnings().forEach(warning -> out.println("  ! " + Shown.text(warning)));
  }

  private static String shown(String values) {
    return values.isEmpty() ? "(none)" : values;
  }
}
