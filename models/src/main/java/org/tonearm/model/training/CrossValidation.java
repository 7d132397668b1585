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
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.Folds;
import org.tonearm.model.statistics.SupportVectorTraining;

/**
 * Measures a recipe by folds of groups. Of K folds, one is held out for the figures, the next one
 * for the calibrators, and the network is trained on the rest, and so is all else that learns; each
 * clip is held out once. A fold's scores are kept on disk, so that a killed run goes on where it
 * stopped.
 */
public final class CrossValidation {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CLIPS_A_LABEL = 10;

  private final TrainingPlan plan;
  private final SupportVectorTraining statistics;
  private final StackTraining stacks;
  private final NetworkTraining networks;
  private final Folds folds;
  private final Path out;
  private final String subset;

  /**
   * @param plan the task
   * @param statistics trains the machine on descriptions
   * @param stacks learns what stands before that machine
   * @param networks trains the networks
   * @param folds the split of all groups
   * @param out folder of checkpoints and scores; made if missing
   * @param subset a data set that is also measured as a task of its own labels, or ""
   */
  CrossValidation(
      TrainingPlan plan,
      SupportVectorTraining statistics,
      StackTraining stacks,
      NetworkTraining networks,
      Folds folds,
      Path out,
      String subset) {
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
  public record Part(List<ClipScores> main, List<ClipScores> subset) {}

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
      List<Future<Scores>> parts = new ArrayList<>();
      for (int fold = 0; fold < folds.count(); fold++) {
        int held = fold;
        parts.add(pool.submit(() -> fold(held, examples, questions)));
      }
      List<ClipScores> main = new ArrayList<>();
      List<ClipScores> part = new ArrayList<>();
      Map<String, List<ClipScores>> below = new LinkedHashMap<>();
      for (Future<Scores> future : parts) {
        main.addAll(future.get().main());
        part.addAll(future.get().subset());
        future
            .get()
            .subgenres()
            .forEach(
                (parent, s) -> below.computeIfAbsent(parent, p -> new ArrayList<>()).addAll(s));
      }
      return new Scores(main, part, below);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException("a fold failed: " + e.getCause(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private Scores fold(int held, List<Example> examples, List<SubgenreQuestion> questions)
      throws IOException, InterruptedException {
    Path kept = out.resolve("fold-" + held + ".json");
    // A file of its own: folds that were run before there were such questions need only these.
    Path keptBelow = out.resolve("fold-" + held + "-subgenres.json");
    boolean main = !Files.exists(kept);
    boolean below = !questions.isEmpty() && !Files.exists(keptBelow);
    if (main || below) {
      FoldRows.Split split = new FoldRows.Split(folds, held);
      TrainedNetwork network = main ? network(held, split, examples) : null;
      FoldStacks learned = FoldStacks.of(stacks, split, examples);
      if (main) {
        FoldRows rows = FoldRows.of(plan, split, examples, learned, network);
        FoldScoring scoring = new FoldScoring(statistics, plan.labels().size());
        write(kept, new Part(rows.score(scoring, held), subset(held, rows, examples)));
      }
      if (below) {
        Map<String, List<ClipScores>> scores = new LinkedHashMap<>();
        for (SubgenreQuestion question : questions) {
          scores.put(
              question.parent(),
              new SubgenreScoring(statistics, question).score(held, split, learned, examples));
        }
        write(keptBelow, scores);
      }
    }
    Part part = JSON.readValue(kept.toFile(), Part.class);
    return new Scores(
        part.main(),
        part.subset(),
        questions.isEmpty()
            ? Map.of()
            : JSON.readValue(
                keptBelow.toFile(), new TypeReference<Map<String, List<ClipScores>>>() {}));
  }

  private TrainedNetwork network(int held, FoldRows.Split split, List<Example> examples)
      throws IOException, InterruptedException {
    String name = "fold " + (held + 1) + " of " + folds.count();
    TrainedNetwork network = networks.train(name, examples.stream().filter(split::trains).toList());
    JSON.writeValue(out.resolve(curve(held)).toFile(), network.curve());
    return network;
  }

  private static void write(Path kept, Object scores) throws IOException {
    Path partial = kept.resolveSibling(kept.getFileName() + ".partial");
    JSON.writeValue(partial.toFile(), scores);
    Files.move(partial, kept, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String curve(int fold) {
    return "fold-" + fold + "-curve.json";
  }

  /** Training loss of each epoch, by fold, of the folds that have been trained. */
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
  private List<ClipScores> subset(int fold, FoldRows rows, List<Example> examples) {
    if (subset.isEmpty()) {
      return List.of();
    }
    List<Integer> labels =
        subsetLabels(examples.stream().map(Example::clip).toList()).stream()
            .map(plan.labels()::indexOf)
            .toList();
    return rows.restrict(subset, labels).score(new FoldScoring(statistics, labels.size()), fold);
  }

  /** Names of the subset's labels, as {@link #run} numbers them. */
  public List<String> subsetLabels(List<Clip> clips) {
    return plan.labels().stream()
        .filter(
            label ->
                clips.stream()
                        .filter(plan::scored)
                        .filter(c -> c.dataset().equals(subset))
                        .filter(c -> plan.label().apply(c).equals(label))
                        .count()
                    >= CLIPS_A_LABEL)
        .toList();
  }
}
