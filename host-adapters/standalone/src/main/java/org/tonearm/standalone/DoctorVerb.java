package org.tonearm.standalone;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tonearm.api.TonearmException;
import org.tonearm.composition.Composition;
import org.tonearm.doctor.Finding;
import picocli.CommandLine.Command;

/** {@code tonearm doctor}. */
@Command(
    name = "doctor",
    header = "Check the installation: versions, native libraries, models, folders, free space.",
    footer = {"", "Examples:", "  tonearm doctor", "", "Exit code 2 if a run could not work."})
final class DoctorVerb implements Callable<Integer> {
  private final Workplace workplace;

  DoctorVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException {
    PrintStream out = workplace.terminal().out();
    try (Composition composition = workplace.composition()) {
      List<Finding> findings = composition.doctor().examine();
      for (Finding finding : findings) {
        out.printf(
            Locale.ROOT,
            "%-7s %-17s %s%n",
            word(finding.level()),
            finding.subject(),
            Shown.text(finding.detail()));
        if (!finding.remedy().isEmpty()) {
          out.printf(Locale.ROOT, "%26s%s%n", "", Shown.text(finding.remedy()));
        }
      }
      boolean fault = findings.stream().anyMatch(f -> f.level() == Finding.Level.FAULT);
      return fault ? ExitCode.WRONG_USE : ExitCode.GOOD;
    }
  }

  private static String word(Finding.Level level) {
    return switch (level) {
      case GOOD -> "ok";
      case WARNING -> "note";
      case FAULT -> "FAULT";
    };
  }
}
