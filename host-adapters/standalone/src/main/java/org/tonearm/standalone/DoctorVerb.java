package org.tonearm.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonearm.api.TonearmException;
import org.tonearm.api.host.HostException;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.Configurations;
import org.tonearm.configuration.Effective;
import org.tonearm.configuration.FaultyConfigurationException;
import org.tonearm.doctor.BugReport;
import org.tonearm.doctor.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tonearm doctor}. */
@Command(
    name = "doctor",
    header = "Check the installation: versions, native libraries, models, folders, free space.",
    footer = {
      "",
      "Examples:",
      "  tonearm doctor",
      "  tonearm doctor --report report.zip    what helps to find an error, without names",
      "",
      "Exit code 2 if a run could not work."
    })
final class DoctorVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Spec private CommandSpec spec;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write a zip file for an error report: what was found, versions, settings and logs. No"
              + " file, folder, label or person is named in it.")
  private Path report;

  @Option(
      names = "--with-names",
      description = "With --report: put logs and configuration into it as they are, with names.")
  private boolean names;

  DoctorVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException {
    if (names && report == null) {
      throw new ParameterException(spec.commandLine(), "--with-names belongs to --report FILE.");
    }
    try (Composition composition = workplace.composition()) {
      List<Finding> findings = composition.doctor().examine();
      tell(findings);
      if (report != null) {
        write(findings);
      }
      boolean fault = findings.stream().anyMatch(f -> f.level() == Finding.Level.FAULT);
      return fault ? ExitCode.WRONG_USE : ExitCode.GOOD;
    }
  }

  private void tell(List<Finding> findings) {
    PrintStream out = workplace.terminal().out();
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
  }

  private void write(List<Finding> findings) throws TonearmException {
    try {
      new BugReport(findings, settings(), workplace.data().root(), workplace.configuration(), names)
          .write(report);
    } catch (FileAlreadyExistsException e) {
      throw new HostException(
          "target-exists", report + " is there already.", "Name a file that is not there.", e);
    } catch (IOException e) {
      throw new HostException(
          "target-io",
          report + ": the report can't be written: " + e,
          "Name a file where you may write.",
          e);
    }
    workplace
        .terminal()
        .out()
        .println(
            "Wrote "
                + Shown.path(report)
                + (names
                    ? ", with names of your files. Look through it before you send it."
                    : ", without names of files. It is sent nowhere: add it to your report."));
  }

  /** Those in effect; none where the file has faults, which its check tells. */
  private List<Effective> settings() throws TonearmException {
    try {
      return Configurations.load(
              Optional.of(workplace.configuration()).filter(Files::exists),
              workplace.host().id(),
              workplace.host().profile(),
              Map.of())
          .effective();
    } catch (FaultyConfigurationException e) {
      return List.of();
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
