package org.tonearm.spark.command;

import picocli.CommandLine.Command;

/** {@code tonearm cluster apply}. */
@Command(
    name = "apply",
    sortOptions = false,
    sortSynopsis = false,
    header = "Write what was planned, each recording once.")
public final class ApplyStage extends StageCommand {
  @Override
  public Integer call() throws Exception {
    refusePlanning();
    return counted(true, cluster -> cluster.apply());
  }
}
