package org.tonearm.model.training;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tonearm.model.dataset.Folds;
import org.tonearm.model.statistics.SupportVectorTraining;

/**
 * Measures a recipe by folds of groups. Of K folds, one is held out for the figures; the networks,
 * and all else that learns, are trained on the rest; each clip is held out once. What calibrates a
 * fold's scores is fitted on those of the other folds ({@link CrossCalibration}). A fold's scores
 * are kept on disk, so that a killed run goes on where it stopped.
 */
public final class CrossValidation {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TrainingPlan plan;
  private final SupportVectorTraining statistics;
  private final StackTraining stacks;
  private final EnsembleTraining networks;
  private final Folds folds;
  private final Path out;
  private final SubsetQuestion subset;

  /**
   * @param plan the task
   * @param statistics trains the machine on descriptions
   * @param stacks learns what stands before that machine
   * @param networks trains the networks
   * @param folds the split of all groups
   * @param out folder of checkpoints and scores; made if missing
   * @param subset a data set that is also measured as a task of its own labels
   */
  CrossValidation(
      TrainingPlan plan,
      SupportVectorTraining statistics,
      StackTraining stacks,
      EnsembleTraining networks,
      Folds folds,
      Path out,
      SubsetQuestion subset) {
    this.plan = plan;
    this.statistics = statistics;
    this.stacks = stacks;
    this.networks = networks;
    this.folds = folds;
    this.out = out;
    this.subset = subset;
  }

  /**
   * Scores of all held-out clips.
   *
   * @param main one a clip of the main question
   * @param subset the same for the subset, if one was asked for
   * @param subgenres the same for the kinds of a genre, by genre
   */
  public record Scores(
      List<ClipScores> main, List<ClipScores> subset, Map<String, List<ClipScores>> subgenres) {
    /** Copies the collections. */
    public Scores {
      main = List.copyOf(main);
      subset = List.copyOf(subset);
      subgenres = Map.copyOf(subgenres);
    }
  }

  /**
   * What a fold's file holds.
   *
   * @param main as in {@link Scores}
   * @param subset likewise
   */
  public record Part(List<HeldOut> main, List<HeldOut> subset) {}

  /** One fold, before calibration. */
  private record Fold(Part part, Map<String, List<HeldOut>> subgenres) {}

  /**
   * Runs all folds.
   *
   * @param examples clips of every task that help the network
   * @param jobs folds trained at a time
   */
  public Scores run(List<Example> examples, int jobs) throws IOException, InterruptedException {
    Files.createDirectories(out);
    List<SubgenreQuestion> questions =
        SubgenreQuestion.of(plan, examples.stream().map(Example::clip).toList());
    ExecutorService pool = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<Fold>> parts = new ArrayList<>();
      for (int fold = 0; fold < folds.count(); fold++) {
        int held = fold;
        parts.add(pool.submit(() -> fold(held, examples, questions)));
      }
      List<HeldOut> main = new ArrayList<>();
      List<HeldOut> part = new ArrayList<>();
      Map<String, List<HeldOut>> below = new LinkedHashMap<>();
      for (Future<Fold> future : parts) {
        main.addAll(future.get().part().main());
        part.addAll(future.get().part().subset());
        future
            .get()
            .subgenres()
            .forEach(
                (parent, s) -> below.computeIfAbsent(parent, p -> new ArrayList<>()).addAll(s));
      }
      Map<String, List<ClipScores>> kinds = new LinkedHashMap<>();
      below.forEach((parent, scores) -> kinds.put(parent, CrossCalibration.of(scores)));
      return new Scores(CrossCalibration.of(main), CrossCalibration.of(part), kinds);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException("a fold failed: " + e.getCause(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private Fold fold(int held, List<Example> examples, List<SubgenreQuestion> questions)
      throws IOException, InterruptedException {
    Path kept = out.resolve("fold-" + held + ".json");
    // A file of its own: folds that were run before there were such questions need only these.
    Path keptBelow = out.resolve("fold-" + held + "-subgenres.json");
    boolean main = !Files.exists(kept);
    boolean below = !questions.isEmpty() && !Files.exists(keptBelow);
    if (main || below) {
      FoldRows.Split split = new FoldRows.Split(folds, held);
      List<Example> training = examples.stream().filter(split::trains).toList();
      TrainedEnsemble trained = main ? networks(held, training) : null;
      Stack learned = stacks.train(training);
      if (main) {
        FoldRows rows = FoldRows.of(plan, split, examples, learned, trained);
        FoldScoring scoring = new FoldScoring(statistics, plan.labels().size());
        write(kept, new Part(rows.score(scoring, held), subset(held, rows, examples)));
      }
      if (below) {
        Map<String, List<HeldOut>> scores = new LinkedHashMap<>();
        for (SubgenreQuestion question : questions) {
          scores.put(
              question.parent(),
              new SubgenreScoring(statistics, question).score(held, split, learned, examples));
        }
        write(keptBelow, scores);
      }
    }
    return new Fold(
        JSON.readValue(kept.toFile(), Part.class),
        questions.isEmpty()
            ? Map.of()
            : JSON.readValue(
                keptBelow.toFile(), new TypeReference<Map<String, List<HeldOut>>>() {}));
  }

  private TrainedEnsemble networks(int held, List<Example> training)
      throws IOException, InterruptedException {
    String name = "fold " + (held + 1) + " of " + folds.count();
    TrainedEnsemble trained = networks.train(name, training).telling(plan);
    JSON.writeValue(out.resolve(curve(held)).toFile(), trained.members().get(0).curve());
    return trained;
  }

  private static void write(Path kept, Object scores) throws IOException {
    Path partial = kept.resolveSibling(kept.getFileName() + ".partial");
    JSON.writeValue(partial.toFile(), scores);
    Files.move(partial, kept, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String curve(int fold) {
    return "fold-" + fold + "-curve.json";
  }

  /** Training loss of each epoch of the first network, by fold, of the folds trained so far. */
  public Map<String, List<Double>> curves() throws IOException {
    Map<String, List<Double>> curves = new LinkedHashMap<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      Path file = out.resolve(curve(fold));
      if (Files.exists(file)) {
        curves.put(
            "fold " + (fold + 1),
            JSON.readValue(file.toFile(), new TypeReference<List<Double>>() {}));
      }
    }
    return curves;
  }

  /** The subset's clips alone, told apart by its own labels. */
  private List<HeldOut> subset(int fold, FoldRows rows, List<Example> examples) {
    if (!subset.asked()) {
      return List.of();
    }
    List<Integer> labels =
        subset.labels(examples.stream().map(Example::clip).toList()).stream()
            .map(plan.labels()::indexOf)
            .toList();
    return rows.restrict(subset.dataset(), labels)
        .score(new FoldScoring(statistics, labels.size()), fold);
  }
}
