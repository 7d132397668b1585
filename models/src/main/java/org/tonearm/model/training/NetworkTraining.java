package org.tonearm.model.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.ContentKey;
import org.tonearm.model.network.Head;
import org.tonearm.model.network.Optimisation;
import org.tonearm.model.network.RecurrentNetwork;
import org.tonearm.model.network.TrunkShape;
import org.tonearm.model.network.inference.WeightExtraction;
import org.tonearm.model.statistics.Standardizer;

/**
 * Trains recurrent networks on windows of clips. Deterministic for a seed and one order of clips;
 * checkpoints after each epoch, and goes on from the last one when started again.
 */
public final class NetworkTraining {
  private final NetworkRecipe recipe;
  private final String only;
  private final BandLayout bands;
  private final long seed;
  private final Path root;
  private final TrainingListener listener;

  /**
   * @param recipe sizes and rates
   * @param only name of the one head that the network has, or "" for all; it learns from the clips
   *     that a head asks about
   * @param bands what the dimensions mean
   * @param seed of weights and of all chance
   * @param root folder of all networks in training and trained ones; each has a folder named by all
   *     that it depends on, so a network that several tasks need is trained once
   * @param listener told of each epoch, on the training thread
   */
  public NetworkTraining(
      NetworkRecipe recipe,
      String only,
      BandLayout bands,
      long seed,
      Path root,
      TrainingListener listener) {
    this.recipe = recipe;
    this.only = only;
    this.bands = bands;
    this.seed = seed;
    this.root = root;
    this.listener = listener;
  }

  /**
   * Trains one network, or loads it if it has been trained before.
   *
   * @param stage names it in progress
   * @param examples the training part, of all heads
   */
  public TrainedNetwork train(String stage, List<Example> examples)
      throws IOException, InterruptedException {
    List<LabelHead> heads =
        TrainingPlan.heads(examples.stream().map(Example::clip).toList(), recipe.clusterWeight())
            .stream()
            .filter(head -> only.isEmpty() || head.name().equals(only))
            .toList();
    return only.isEmpty()
        ? train(stage, examples, heads)
        : train(stage, examples.stream().filter(e -> asked(e, heads)).toList(), heads);
  }

  private static boolean asked(Example example, List<LabelHead> heads) {
    return heads.stream().anyMatch(head -> head.target().apply(example.clip()).isPresent());
  }

  private TrainedNetwork train(String stage, List<Example> examples, List<LabelHead> heads)
      throws IOException, InterruptedException {
    List<Clip> clips = examples.stream().map(Example::clip).toList();
    Path folder = root.resolve(key(clips, heads));
    Files.createDirectories(folder);
    Standardizer standardizer = standardizer(examples);
    Checkpoint checkpoint = new Checkpoint(folder);
    ComputationGraph graph = checkpoint.load();
    List<Double> curve = checkpoint.curve();
    if (graph == null) {
      graph = build(heads);
      curve = new ArrayList<>();
    }
    WindowSampler sampler = new WindowSampler(heads, recipe, standardizer, bands);
    EpochOrder order = new EpochOrder(examples, recipe.balance());
    for (int epoch = curve.size(); epoch < recipe.epochs(); epoch++) {
      Random random = new Random(seed * 1_000_003 + epoch);
      Nd4j.getRandom().setSeed(seed * 7919 + epoch);
      graph.setLearningRate(recipe.rate(epoch));
      double loss = epoch(graph, order.draw(random), sampler, heads, random);
      curve.add(loss);
      checkpoint.save(graph, curve);
      listener.progress(
          stage,
          epoch + 1,
          recipe.epochs(),
          String.format(java.util.Locale.ROOT, "loss %.3f", loss));
    }
    return new TrainedNetwork(
        WeightExtraction.extract(graph, trunk(), outputs(heads)), standardizer, curve);
  }

  /** Names all that the network depends on. */
  private String key(List<Clip> clips, List<LabelHead> heads) {
    StringBuilder all =
        new StringBuilder().append(recipe.key()).append(seed).append(bands.order().length);
    heads.forEach(h -> all.append(h.name()).append(h.labels()).append(h.weight()));
    clips.forEach(clip -> all.append(clip.id()).append(new TreeMap<>(clip.columns())));
    return ContentKey.of(all.toString(), 8);
  }

  private TrunkShape trunk() {
    return new TrunkShape(
        recipe.cell(),
        bands.order().length,
        recipe.layers(),
        recipe.width(),
        recipe.dropout(),
        recipe.windowFrames(),
        recipe.normalise(),
        recipe.convolutions());
  }

  private static List<Head> outputs(List<LabelHead> heads) {
    return heads.stream()
        .map(h -> new Head(h.name(), h.labels().size(), h.kind(), h.weight()))
        .toList();
  }

  private ComputationGraph build(List<LabelHead> heads) {
    return RecurrentNetwork.build(
        trunk(),
        outputs(heads),
        Optimisation.adam(recipe.learningRate(), recipe.weightDecay()),
        seed);
  }

  private double epoch(
      ComputationGraph graph,
      List<Example> order,
      WindowSampler sampler,
      List<LabelHead> heads,
      Random random)
      throws InterruptedException {
    double loss = 0;
    int steps = 0;
    WindowBatch batches = new WindowBatch(recipe, heads, bands);
    for (int from = 0; from < order.size(); from += recipe.batch()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      List<Example> part = order.subList(from, Math.min(from + recipe.batch(), order.size()));
      if (part.size() < 2) {
        break;
      }
      double decay =
          graph.calcRegularizationScore(true); // which the score holds, and tells nothing
      graph.fit(batches.of(windows(part, sampler, random)));
      loss += graph.score() - decay;
      steps++;
    }
    return loss / steps;
  }

  private List<WindowSampler.Window> windows(
      List<Example> part, WindowSampler sampler, Random random) {
    List<WindowSampler.Window> windows = new ArrayList<>();
    for (Example example : part) {
      windows.add(sampler.draw(example, random.nextLong()));
    }
    if (recipe.mixup() <= 0) {
      return windows;
    }
    List<WindowSampler.Window> mixed = new ArrayList<>();
    for (WindowSampler.Window window : windows) {
      WindowSampler.Window other = windows.get(random.nextInt(windows.size()));
      mixed.add(sampler.mix(window, other, beta(recipe.mixup(), random)));
    }
    return mixed;
  }

  /** A draw of Beta(a, a), 0 &lt; a &lt; 1, by Jöhnk's method, folded to 0.5 and above. */
  private static double beta(double a, Random random) {
    while (true) {
      double x = Math.pow(random.nextDouble(), 1 / a);
      double y = Math.pow(random.nextDouble(), 1 / a);
      if (x + y > 0 && x + y <= 1) {
        return Math.max(x, y) / (x + y);
      }
    }
  }

  private Standardizer standardizer(List<Example> examples) {
    Standardizer all =
        FrameStandardizer.fit(examples.stream().map(e -> e.heard(recipe.hearing())).toList());
    float[] scale = all.scale().clone();
    for (int j = 0; j < scale.length; j++) {
      if (!bands.used(j)) {
        scale[j] = 0f;
      }
    }
    return new Standardizer(all.mean(), scale);
  }
}
