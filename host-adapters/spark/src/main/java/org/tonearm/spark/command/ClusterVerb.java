package org.tonearm.spark.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tonearm cluster}. */
@Command(
    name = "cluster",
    synopsisSubcommandLabel = "STAGE",
    header = "Hear and tag an archive on a cluster of Apache Spark.",
    description = {
      "",
      "Stages, in their order: analyze hears recordings, plan says what would be written, apply"
          + " writes it, report counts, undo takes it back. All tables lie in the folder --output;"
          + " a stage that was killed is started again and goes on.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tonearm cluster analyze --master spark://host:7077 --input s3a://archive/ --output"
          + " s3a://results/",
      "  tonearm cluster plan --master spark://host:7077 --output s3a://results/",
      "  tonearm cluster apply --master spark://host:7077 --output s3a://results/",
      "  tonearm cluster report --master spark://host:7077 --output s3a://results/ --json",
      "",
      "It needs Spark 4: the Spark pack, or SPARK_HOME."
    },
    subcommands = {
      AnalyzeStage.class,
      PlanStage.class,
      ApplyStage.class,
      UndoStage.class,
      ReportStage.class
    })
public final class ClusterVerb implements Callable<Integer> {
  private static final int WRONG_USE = 2;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine commandLine = spec.commandLine();
    commandLine.usage(commandLine.getErr());
    return WRONG_USE;
  }
}
