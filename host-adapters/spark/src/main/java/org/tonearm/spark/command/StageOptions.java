package org.tonearm.spark.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.tonearm.spark.job.JobRequest;
import org.tonearm.spark.write.Allowed;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every stage is told. What is not given here, the configuration says. */
public final class StageOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec stage;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "The cluster, such as spark://host:7077, yarn, or local[2] (default: the one that"
              + " spark-submit names).")
  private String master = "";

  @Option(
      names = "--input",
      paramLabel = "URI",
      description = {
        "A folder or file to be heard: a path, or an address of hdfs: or s3a:. May be given several"
            + " times.",
        "For other stages than analyze: work on what lies below it only (default: all)."
      })
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "URI",
      description = "The folder of all tables; every executor must reach it.")
  private String output;

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description = "A setting of Spark. May be given several times.")
  private Map<String, String> conf = new LinkedHashMap<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration file, as for 'tonearm tag'; it is sent to the executors.")
  private Path configuration;

  @Option(
      names = "--fields",
      paramLabel = "genre,mood",
      hideParamSyntax = true,
      description = "Which of the two are told (default: both).")
  private String fields;

  @Option(names = "--genre-model", paramLabel = "ID", description = "Model for the genre.")
  private String genreModel;

  @Option(names = "--mood-model", paramLabel = "ID", description = "Model for the mood.")
  private String moodModel;

  @Option(
      names = "--excerpts",
      paramLabel = "whole|N",
      description = "Listen to the whole track (default), or to N excerpts of 30 s.")
  private String excerpts;

  @Option(
      names = "--subgenres",
      negatable = true,
      description = "Tell a kind of a genre in its place, as for 'tonearm tag' (default: off).")
  private Boolean subgenres;

  @Option(
      names = "--policy",
      paramLabel = "fill|merge|replace",
      description = "What may happen to values that are there (default: fill).")
  private String policy;

  @Option(
      names = "--min-genre",
      paramLabel = "P",
      description = "Least probability at which a genre is told (default: the model's own).")
  private String minGenre;

  @Option(names = "--min-mood", paramLabel = "P", description = "The same for the mood.")
  private String minMood;

  @Option(
      names = "--force-partial",
      description = "Plan also for recordings whose audio breaks off before its end.")
  private boolean forcePartial;

  @Option(
      names = "--task-minutes",
      paramLabel = "N",
      description = "Minutes of audio that a task hears (default: 30).")
  private Double taskMinutes;

  @Option(
      names = "--wave-tasks",
      paramLabel = "N",
      description =
          "Tasks for each core that are heard before their rows appear; a kill of the driver costs"
              + " these at most (default: 8).")
  private Integer waveTasks;

  @Option(
      names = "--allow-unversioned",
      description = "Replace objects also in a bucket that keeps no earlier versions.")
  private boolean unversioned;

  @Option(
      names = "--allow-attribute-loss",
      description =
          "Write also recordings whose owner, access list or other attributes can't be kept.")
  private boolean attributeLoss;

  /**
   * As a request.
   *
   * @throws ParameterException if a number is out of its range
   */
  JobRequest request() {
    if (taskMinutes != null && !(taskMinutes > 0 && taskMinutes < Double.POSITIVE_INFINITY)) {
      throw new ParameterException(
          stage.commandLine(),
          "--task-minutes takes a number above 0, and got " + taskMinutes + ".");
    }
    if (waveTasks != null && waveTasks < 1) {
      throw new ParameterException(
          stage.commandLine(), "--wave-tasks takes a number from 1 on, and got " + waveTasks + ".");
    }
    Map<String, String> options = new LinkedHashMap<>();
    put(options, "tagging.fields", fields);
    put(options, "models.genre", genreModel);
    put(options, "models.mood", moodModel);
    put(options, "listening.excerpts", excerpts);
    put(options, "tagging.subgenres", subgenres == null ? null : subgenres.toString());
    put(options, "tagging.policy", policy);
    put(options, "thresholds.min-genre", minGenre);
    put(options, "thresholds.min-mood", minMood);
    return new JobRequest(
        master,
        inputs,
        output,
        conf,
        Optional.ofNullable(configuration),
        options,
        forcePartial,
        taskMinutes == null ? OptionalDouble.empty() : OptionalDouble.of(taskMinutes),
        waveTasks == null ? OptionalInt.empty() : OptionalInt.of(waveTasks),
        new Allowed(unversioned, attributeLoss));
  }

  private static void put(Map<String, String> options, String key, String text) {
    if (text != null) {
      options.put(key, text);
    }
  }
}
