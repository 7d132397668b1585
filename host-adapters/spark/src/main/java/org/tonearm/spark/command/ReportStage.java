package org.tonearm.spark.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tonearm cluster report}. */
@Command(
    name = "report",
    sortOptions = false,
    sortSynopsis = false,
    header = "Count what became of all recordings.")
public final class ReportStage implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private StageOptions options;

  @Option(names = "--json", description = "Print the counts as one JSON object.")
  private boolean json;

  @Option(
      names = "--rows",
      description = "Print one JSON object a recording instead, as 'tonearm analyze --json' does.")
  private boolean rows;

  @Override
  public Integer call() throws Exception {
    return Start.stage(
        spec,
        options.request(),
        false,
        cluster -> {
          if (rows) {
            cluster.rows(System.out);
            return 0;
          }
          return Start.told(cluster.report(), json);
        });
  }
}
