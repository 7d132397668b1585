package org.tonearm.spark.command;

import picocli.CommandLine.Command;

/** {@code tonearm cluster plan}. */
@Command(
    name = "plan",
    sortOptions = false,
    sortSynopsis = false,
    header = "Say what would be written; touches no recording.")
public final class PlanStage extends StageCommand {
  @Override
  public Integer call() throws Exception {
    return counted(false, cluster -> cluster.plan());
  }
}
