package org.tonearm.standalone;

import java.util.concurrent.Callable;
import org.tonearm.spark.command.ClusterVerb;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a verb: shows the help. */
@Command(
    name = "tonearm",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = ProgramVersion.class,
    header =
        "Listens to the music in a library and writes genre and mood into the files' own tags.",
    footer = {
      "",
      "Examples:",
      "  tonearm demo                        make a small collection, tag it, show the tags",
      "  tonearm tag --dry-run ~/Music       show what would be written, write nothing",
      "  tonearm tag ~/Music                 fill empty genre and mood tags",
      "  tonearm undo --last                 take the last run back",
      "",
      "Exit codes: 0 all well, 1 some track failed, 2 wrong usage or configuration, 75 (watch) may"
          + " pass, try again later, 130 interrupted."
    },
    subcommands = {
      TagVerb.class,
      AnalyzeVerb.class,
      PlanVerb.class,
      ShowVerb.class,
      ApplyVerb.class,
      UndoVerb.class,
      HistoryVerb.class,
      HostsVerb.class,
      HostVerb.class,
      PlaylistsVerb.class,
      WatchVerb.class,
      PanelVerb.class,
      ModelsVerb.class,
      LearnVerb.class,
      TrainVerb.class,
      EvaluateVerb.class,
      ClusterVerb.class,
      ConfigVerb.class,
      DoctorVerb.class,
      DemoVerb.class,
      BenchVerb.class,
    })
@SuppressWarnings("UnusedVariable") // picocli itself acts on --help and --version
public final class TonearmCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show on stderr what goes on inside.")
  void setVerbose(boolean verbose) {
    // Read by logback.xml when the first class asks for a logger, which is later than this.
    System.setProperty("tonearm.log", verbose ? "DEBUG" : "WARN");
    System.setProperty("tonearm.log.libraries", verbose ? "INFO" : "ERROR");
  }

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  @Override
  public Integer call() {
    CommandLine commandLine = spec.commandLine();
    commandLine.usage(commandLine.getErr());
    return ExitCode.WRONG_USE;
  }
}
