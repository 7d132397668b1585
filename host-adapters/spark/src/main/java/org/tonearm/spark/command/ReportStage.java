package org.tonearm.spark.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tonearm cluster report}. */
@Command(
    name = "report",
    sortOptions = false,
    sortSynopsis = false,
    header = "Count what became of all recordings.")
public final class ReportStage extends StageCommand {
  @Option(
      names = "--rows",
      description = "Print one JSON object a recording instead, as 'tonearm analyze --json' does.")
  private boolean rows;

  @Override
  public Integer call() throws Exception {
    if (rows) {
      return run(
          false,
          cluster -> {
            cluster.rows(System.out);
            return Start.printed();
          });
    }
    return counted(false, cluster -> cluster.report());
  }
}
