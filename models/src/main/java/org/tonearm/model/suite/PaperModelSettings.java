package org.tonearm.model.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.tonearm.api.Task;

/**
 * What {@code tonearm train --network} is asked for.
 *
 * @param network id of a paper's network
 * @param task genre or mood
 * @param manifests CSV files of clips
 * @param notMusic folder of recordings that are no music, for the gate; null for synthesised ones
 *     alone
 * @param suite folder of a run of the suite, whose figures the card takes; null for none
 * @param out folder of the model and of checkpoints
 * @param cache folder of cached features
 * @param folds parts of the split; the first tells when to stop, the others are learnt from
 * @param budgetMinutes CPU minutes of training at most
 * @param rate learning rate in place of the paper's
 * @param seed of the split, the weights and all chance
 * @param jobs files worked on at a time
 * @param commandLine as typed, for the card
 */
public record PaperModelSettings(
    String network,
    Task task,
    List<Path> manifests,
    Path notMusic,
    Path suite,
    Path out,
    Path cache,
    int folds,
    double budgetMinutes,
    OptionalDouble rate,
    long seed,
    int jobs,
    String commandLine) {
  /** Copies the list. */
  public PaperModelSettings {
    manifests = List.copyOf(manifests);
  }

  /** The suite's settings that give the same clips and folds. */
  SuiteSettings clips() {
    return new SuiteSettings(
        List.of(task),
        manifests,
        List.of(),
        out,
        cache,
        Set.of(network),
        folds,
        1,
        "",
        Set.of(),
        budgetMinutes,
        rate,
        seed,
        jobs,
        false);
  }
}
