package org.tonearm.spark.command;

import picocli.CommandLine.Command;

/** {@code tonearm cluster undo}. */
@Command(
    name = "undo",
    sortOptions = false,
    sortSynopsis = false,
    header = "Take back what was written.")
public final class UndoStage extends StageCommand {
  @Override
  public Integer call() throws Exception {
    refusePlanning();
    return counted(true, cluster -> cluster.undo());
  }
}
