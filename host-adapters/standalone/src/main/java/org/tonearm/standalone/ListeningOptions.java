package org.tonearm.standalone;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tonearm.api.Task;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.tag.TagField;
import org.tonearm.run.ListeningSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How tracks are listened to. */
final class ListeningOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec verb;

  @Option(
      names = "--fields",
      paramLabel = "genre,mood",
      split = ",",
      hideParamSyntax = true,
      description = "Which of the two are told (default: both).")
  private Set<Task> tasks = EnumSet.allOf(Task.class);

  @Option(
      names = "--min-genre",
      paramLabel = "P",
      description =
          "Least probability, 0 to 1, at which a genre is told; below it, none is (default: the"
              + " model's own).")
  private Double minGenre;

  @Option(names = "--min-mood", paramLabel = "P", description = "The same for the mood.")
  private Double minMood;

  @Option(
      names = "--genre-model",
      paramLabel = "ID",
      description = "Model for the genre; 'tonearm models' lists them.")
  private String genreModel;

  @Option(names = "--mood-model", paramLabel = "ID", description = "Model for the mood.")
  private String moodModel;

  @Option(
      names = "--excerpts",
      paramLabel = "whole|N",
      converter = ExcerptsConverter.class,
      description = {
        "Listen to the whole track (default), or to N excerpts of " + Excerpts.SECONDS + " s",
        "spread over it, which is faster and a little less sure."
      })
  private Excerpts excerpts = Excerpts.WHOLE;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Tracks heard at a time (default: one for each processor core).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  /** Checked, all faults in one message. */
  ListeningSettings settings() {
    StringBuilder faults = new StringBuilder();
    Map<Task, Double> thresholds = new EnumMap<>(Task.class);
    threshold("--min-genre", minGenre, Task.GENRE, thresholds, faults);
    threshold("--min-mood", minMood, Task.MOOD, thresholds, faults);
    if (jobs < 1 || jobs > 1024) {
      faults.append(" --jobs must be from 1 to 1024, not ").append(jobs).append('.');
    }
    if (faults.length() > 0) {
      throw new ParameterException(verb.commandLine(), faults.substring(1));
    }
    return new ListeningSettings(tasks, models(), thresholds, excerpts, jobs);
  }

  /** The fields asked for. */
  Set<TagField> fields() {
    return tasks.stream().map(TagField::of).collect(Collectors.toSet());
  }

  private Map<Task, String> models() {
    Map<Task, String> models = new EnumMap<>(Task.class);
    if (genreModel != null) {
      models.put(Task.GENRE, genreModel);
    }
    if (moodModel != null) {
      models.put(Task.MOOD, moodModel);
    }
    return models;
  }

  private static void threshold(
      String option, Double value, Task task, Map<Task, Double> thresholds, StringBuilder faults) {
    if (value == null) {
      return;
    }
    if (!(value >= 0 && value <= 1)) {
      faults.append(' ').append(option).append(" must be from 0 to 1, not ").append(value);
      faults.append('.');
      return;
    }
    thresholds.put(task, value);
  }
}
