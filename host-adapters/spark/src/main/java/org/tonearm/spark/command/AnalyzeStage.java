package org.tonearm.spark.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tonearm cluster analyze}. */
@Command(
    name = "analyze",
    sortOptions = false,
    sortSynopsis = false,
    header = "Hear recordings that were not heard yet.")
public final class AnalyzeStage implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private StageOptions options;

  @Option(names = "--json", description = "Print the counts as one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    return Start.stage(
        spec, options.request(), false, cluster -> Start.told(cluster.analyze(), json));
  }
}
