package org.tonearm.model.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.tonearm.api.Task;
import org.tonearm.model.statistics.SupportVectorTraining;

/**
 * What {@code tonearm train} and {@code tonearm evaluate} are asked for.
 *
 * @param task genre or mood
 * @param question that is asked for the task: see {@link TrainingPlan#of(Task, String)}
 * @param manifests CSV files, the task's own first
 * @param notMusic folder of recordings that are no music, for the gate; null for synthesised ones
 *     alone
 * @param out folder of results and checkpoints
 * @param cache folder of cached features
 * @param folds number of folds
 * @param seed of the split, the weights and all chance
 * @param jobs folds, or files, worked on at a time
 * @param subset data set that is also measured with its own labels, "" for none
 * @param networks which are trained and heard together, at least one kind
 * @param without steps of their recipes that are left out
 * @param statistics trains the machine on descriptions
 * @param commandLine as typed, for the card
 */
public record TrainingSettings(
    Task task,
    String question,
    List<Path> manifests,
    Path notMusic,
    Path out,
    Path cache,
    int folds,
    long seed,
    int jobs,
    String subset,
    List<EnsembleRecipe> networks,
    Set<RecipeStep> without,
    SupportVectorTraining statistics,
    String commandLine) {
  /** Copies the collections. */
  public TrainingSettings {
    manifests = List.copyOf(manifests);
    networks = List.copyOf(networks);
    without = Set.copyOf(without);
  }
}
