package org.tonearm.run;

import java.util.Map;
import java.util.Set;
import org.tonearm.api.Task;
import org.tonearm.api.audio.Excerpts;

/**
 * How tracks are listened to.
 *
 * @param tasks the questions asked, at least one
 * @param models ids of the models to use; a task without one gets the first model installed for it
 * @param thresholds probability, 0 to 1, under which a task's verdict abstains; a task without one
 *     gets its model's own
 * @param excerpts which parts are heard
 * @param jobs tracks heard at a time, 1 or more
 */
public record ListeningSettings(
    Set<Task> tasks,
    Map<Task, String> models,
    Map<Task, Double> thresholds,
    Excerpts excerpts,
    int jobs) {
  /** Copies the collections and checks the ranges. */
  public ListeningSettings {
    tasks = Set.copyOf(tasks);
    models = Map.copyOf(models);
    thresholds = Map.copyOf(thresholds);
    if (tasks.isEmpty() || jobs < 1) {
      throw new IllegalArgumentException("at least one task and one job");
    }
    thresholds
        .values()
        .forEach(
            threshold -> {
              if (!(threshold >= 0 && threshold <= 1)) {
                throw new IllegalArgumentException("threshold not within 0 to 1: " + threshold);
              }
            });
  }
}
