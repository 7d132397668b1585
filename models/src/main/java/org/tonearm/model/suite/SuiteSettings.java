package org.tonearm.model.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.tonearm.api.Task;

/**
 * What the suite is asked for.
 *
 * @param tasks told apart one after the other
 * @param manifests CSV files of clips; may be empty where data sets are given
 * @param dataSets data sets in their original layouts
 * @param out folder of the table and of the records
 * @param cache folder of cached features
 * @param rows ids of the rows to run; empty for all
 * @param folds asked of the split; with 2, a part of the training groups serves as validation
 * @param foldsRun the first so many folds are run
 * @param splitColumn a column whose clips {@code test} are held out, once, instead of folds; its
 *     clips {@code valid} are the validation part; "" for folds by group
 * @param leakage ids of the networks that are also run on GTZAN by shuffled clips
 * @param budgetMinutes CPU minutes a training at most
 * @param rate learning rate of all networks in place of their papers'; empty for those
 * @param seed of the split, the weights and all chance
 * @param jobs folds, or files, worked on at a time
 * @param quick a few clips and epochs, to see that all runs
 */
public record SuiteSettings(
    List<Task> tasks,
    List<Path> manifests,
    List<DataSetSource> dataSets,
    Path out,
    Path cache,
    Set<String> rows,
    int folds,
    int foldsRun,
    String splitColumn,
    Set<String> leakage,
    double budgetMinutes,
    OptionalDouble rate,
    long seed,
    int jobs,
    boolean quick) {
  /** Copies the lists. */
  public SuiteSettings {
    tasks = List.copyOf(tasks);
    manifests = List.copyOf(manifests);
    dataSets = List.copyOf(dataSets);
    rows = Set.copyOf(rows);
    leakage = Set.copyOf(leakage);
  }

  /** True if a row is to be run. */
  boolean runs(String row) {
    return rows.isEmpty() || rows.contains(row);
  }
}
