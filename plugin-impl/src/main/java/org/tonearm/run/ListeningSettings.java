package org.tonearm.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tonearm.api.Task;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.model.verdict.Thresholds;
import org.tonearm.taxonomy.Spelling;

/**
 * How tracks are listened to.
 *
 * @param tasks the questions asked, at least one
 * @param models ids of the models to use; a task without one gets the first model installed for it
 * @param thresholds probability, 0 to 1, under which a task's verdict abstains; a task without one
 *     gets its model's own
 * @param labelThresholds the same for single labels of a task, by label or by the word written for
 *     it, compared without case and punctuation; each stands in place of the task's
 * @param subgenres whether to tell what was heard one level below a label, where it is sure enough
 * @param excerpts which parts are heard
 * @param jobs tracks heard at a time, 1 or more
 */
public record ListeningSettings(
    Set<Task> tasks,
    Map<Task, String> models,
    Map<Task, Double> thresholds,
    Map<Task, Map<String, Double>> labelThresholds,
    boolean subgenres,
    Excerpts excerpts,
    int jobs) {
  /** Copies the collections and checks the ranges. */
  public ListeningSettings {
    tasks = Set.copyOf(tasks);
    models = Map.copyOf(models);
    thresholds = Map.copyOf(thresholds);
    labelThresholds = Map.copyOf(labelThresholds);
    if (tasks.isEmpty() || jobs < 1) {
      throw new IllegalArgumentException("at least one task and one job");
    }
    thresholds.values().forEach(Thresholds::new); // checks the range
  }

  /** With no thresholds of single labels, and without sub-genres. */
  public ListeningSettings(
      Set<Task> tasks,
      Map<Task, String> models,
      Map<Task, Double> thresholds,
      Excerpts excerpts,
      int jobs) {
    this(tasks, models, thresholds, Map.of(), false, excerpts, jobs);
  }

  /** The thresholds of a model. */
  public Thresholds thresholdsOf(ModelInfo model) {
    Map<String, Double> own = new HashMap<>();
    labelThresholds
        .getOrDefault(model.task(), Map.of())
        .forEach(
            (name, threshold) ->
                model.labels().stream()
                    .filter(
                        label ->
                            Spelling.same(label, name)
                                || Spelling.same(model.words().getOrDefault(label, label), name))
                    .forEach(label -> own.put(label, threshold)));
    return new Thresholds(thresholds.getOrDefault(model.task(), model.threshold()), own);
  }
}
