package org.tonearm.spark.command;

import picocli.CommandLine.Command;

/** {@code tonearm cluster analyze}. */
@Command(
    name = "analyze",
    sortOptions = false,
    sortSynopsis = false,
    header = "Hear recordings that were not heard yet.")
public final class AnalyzeStage extends StageCommand {
  @Override
  public Integer call() throws Exception {
    return counted(false, cluster -> cluster.analyze());
  }
}
