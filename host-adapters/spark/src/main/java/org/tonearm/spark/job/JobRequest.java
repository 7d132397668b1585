package org.tonearm.spark.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.tonearm.spark.write.Allowed;

/**
 * What a command line asks of a job.
 *
 * @param master address of the cluster; "" to leave that to {@code spark-submit}
 * @param inputs what is to be worked on, as given; for all stages but analyze, a limit
 * @param output folder of the tables, as given
 * @param spark settings of Spark
 * @param configuration the configuration file
 * @param options texts of options, by the full key of their setting
 * @param forcePartial whether recordings that break off are planned
 * @param taskMinutes minutes of audio a task hears
 * @param waveTasks tasks for each core in a wave
 * @param allowed what the stages that write may do
 */
public record JobRequest(
    String master,
    List<String> inputs,
    String output,
    Map<String, String> spark,
    Optional<Path> configuration,
    Map<String, String> options,
    boolean forcePartial,
    OptionalDouble taskMinutes,
    OptionalInt waveTasks,
    Allowed allowed) {
  /** Copies the collections. */
  public JobRequest {
    inputs = List.copyOf(inputs);
    spark = Map.copyOf(spark);
    options = Map.copyOf(options);
  }
}
