package org.tonearm.spark.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tonearm cluster undo}. */
@Command(
    name = "undo",
    sortOptions = false,
    sortSynopsis = false,
    header = "Take back what was written.")
public final class UndoStage implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private StageOptions options;

  @Option(names = "--json", description = "Print the counts as one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    return Start.stage(spec, options.request(), true, cluster -> Start.told(cluster.undo(), json));
  }
}
