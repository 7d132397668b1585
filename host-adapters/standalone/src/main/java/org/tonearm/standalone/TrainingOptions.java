package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.model.statistics.SupportVectorTraining;
import org.tonearm.model.suite.DataSetSource;
import org.tonearm.model.suite.PaperModelSettings;
import org.tonearm.model.suite.SuiteSettings;
import org.tonearm.model.training.RecipeStep;
import org.tonearm.model.training.TrainingPlan;
import org.tonearm.model.training.TrainingSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that {@code train} and {@code evaluate} share. */
final class TrainingOptions {
  @Option(names = "--task", paramLabel = "genre|mood", description = "What the model tells.")
  private Task task;

  @Option(
      names = "--question",
      defaultValue = "",
      paramLabel = "quadrant|cluster",
      description =
          "By which labels mood is told: quadrants of valence and arousal, or five clusters of mood"
              + " words (default: quadrant).")
  private String question;

  @Option(
      names = "--manifest",
      arity = "1..*",
      paramLabel = "CSV",
      description =
          "Labelled clips: CSV files with the columns path, group (the artist) and labels: genre,"
              + " quadrant and others. The first file that gives a clip a value counts.")
  private List<Path> manifests = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for results. A run that was killed goes on from there.")
  private Path out;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "Folder of cached features and networks (default: cache beside --out).")
  private Path cache;

  @Option(
      names = "--folds",
      defaultValue = "10",
      paramLabel = "K",
      description = "Parts that are held out in turn, by artist (default: ${DEFAULT-VALUE}).")
  private int folds;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Seed of the split and of all chance (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--jobs",
      defaultValue = "1",
      paramLabel = "N",
      description = "Folds trained at a time, one core each (default: ${DEFAULT-VALUE}).")
  private int jobs;

  @Option(
      names = "--subset",
      defaultValue = "",
      paramLabel = "DATASET",
      description = "Also measure this data set as a task of its own labels.")
  private String subset;

  @Mixin private NetworkOptions network;

  /**
   * The settings asked for.
   *
   * @param notMusic folder of recordings that are no music, or null
   * @param without steps of the networks' training that are left out
   * @param commandLine as the card tells it
   */
  TrainingSettings settings(Path notMusic, Set<RecipeStep> without, String commandLine)
      throws ConfigurationException {
    checkTraining();
    return new TrainingSettings(
        task,
        question,
        manifests,
        notMusic,
        out,
        cache(),
        folds,
        seed,
        jobs,
        subset,
        network.recipes(),
        without,
        SupportVectorTraining.SHIPPED,
        commandLine);
  }

  /**
   * The same options as the training of a paper's network takes them; those of the recipe alone
   * don't count.
   *
   * @param paper the network's own options
   * @param notMusic folder of recordings that are no music, or null
   * @param commandLine as the card tells it
   */
  PaperModelSettings paper(PaperOptions paper, Path notMusic, String commandLine)
      throws ConfigurationException {
    checkTraining();
    checkUsualQuestion(task, "with --network");
    return new PaperModelSettings(
        paper.network(),
        task,
        manifests,
        notMusic,
        paper.suite(),
        out,
        cache(),
        folds,
        paper.budget(),
        paper.rate(),
        seed,
        jobs,
        commandLine);
  }

  /** Networks of the papers are asked the usual question of a task alone. */
  private void checkUsualQuestion(Task asked, String where) throws ConfigurationException {
    if (question.isEmpty() || question.equals(TrainingPlan.of(asked).head())) {
      return;
    }
    throw new ConfigurationException(
        "option",
        "--question " + question + " can't be asked of a paper's network",
        "Leave it out: "
            + where
            + ", "
            + asked.word()
            + " is told by "
            + TrainingPlan.of(asked).head()
            + ".");
  }

  private void checkTraining() throws ConfigurationException {
    if (task == null) {
      throw new ConfigurationException(
          "option", "--task is missing", "Add --task genre or --task mood.");
    }
    if (manifests.isEmpty()) {
      throw new ConfigurationException(
          "option", "--manifest is missing", "Add --manifest and a CSV file of labelled clips.");
    }
    check("--folds", folds, 3, 100);
    check("--jobs", jobs, 1, 1000);
  }

  /**
   * The same options as the suite of the papers takes them; those of one recipe alone don't count.
   *
   * @param suite the suite's own options
   */
  SuiteSettings suite(SuiteOptions suite) throws ConfigurationException {
    check("--folds", folds, 2, 100);
    check("--jobs", jobs, 1, 1000);
    check("--folds-run", suite.foldsRun(), 1, 100);
    checkUsualQuestion(task == null ? Task.MOOD : task, "with --suite");
    List<DataSetSource> sets = suite.dataSets();
    if (manifests.isEmpty() && sets.isEmpty()) {
      throw new ConfigurationException(
          "option",
          "neither --manifest nor --data-set is given",
          "Add --manifest and a CSV file, or --data-set and a layout with its folder.");
    }
    return new SuiteSettings(
        task == null ? List.of(Task.values()) : List.of(task),
        manifests,
        sets,
        out,
        cache(),
        suite.rows(),
        suite.quick() ? 2 : folds,
        suite.foldsRun(),
        suite.split(),
        suite.leakage(),
        suite.budget(),
        suite.rate(),
        seed,
        jobs,
        suite.quick());
  }

  private Path cache() {
    return cache == null ? out.toAbsolutePath().resolveSibling("cache") : cache;
  }

  static void check(String option, int value, int low, int high) throws ConfigurationException {
    if (value < low || value > high) {
      throw new ConfigurationException(
          "option",
          option + " is " + value + ", expected " + low + " to " + high,
          "Give a number in that range.");
    }
  }
}
