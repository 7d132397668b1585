package org.tonearm.spark.command;

import java.util.concurrent.Callable;
import org.tonearm.spark.job.Cluster;
import org.tonearm.spark.report.Counts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands of all stages have in common: what they are told, and how they start. */
abstract class StageCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private StageOptions options;

  @Option(names = "--json", description = "Print the counts as one JSON object.")
  private boolean json;

  /** What a stage does on a cluster. */
  interface Work {
    /** Does it, and counts. */
    Counts on(Cluster cluster) throws Exception;
  }

  /**
   * Runs a stage and tells its counts.
   *
   * @param once whether no task may run twice at a time
   * @return the exit code
   */
  final int counted(boolean once, Work work) throws Exception {
    return run(once, cluster -> Start.told(work.on(cluster), cluster.failed(), json));
  }

  /** For stages that go by what was planned. */
  final void refusePlanning() {
    Planning.refuse(spec);
  }

  /** Runs a stage that tells of itself. */
  final int run(boolean once, Start.Stage stage) throws Exception {
    return Start.stage(spec, options.request(), once, stage);
  }
}
