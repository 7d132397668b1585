package org.tonearm.spark.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tonearm cluster apply}. */
@Command(
    name = "apply",
    sortOptions = false,
    sortSynopsis = false,
    header = "Write what was planned, each recording once.")
public final class ApplyStage implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private StageOptions options;

  @Option(names = "--json", description = "Print the counts as one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    return Start.stage(spec, options.request(), true, cluster -> Start.told(cluster.apply(), json));
  }
}
