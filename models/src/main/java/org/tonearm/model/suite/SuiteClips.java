package org.tonearm.model.suite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.ContentKey;
import org.tonearm.model.dataset.Folds;
import org.tonearm.model.suite.piece.LabelledClip;
import org.tonearm.model.training.Targets;
import org.tonearm.model.training.TrainingPlan;
import org.tonearm.model.training.UnknownLabels;

/** The clips of a run and their folds, the same for every row. Immutable, thread-safe. */
final class SuiteClips {
  private static final int QUICK_CLIPS_A_LABEL = 6;

  private final SuiteSettings settings;
  private final List<Clip> clips;
  private final ToIntFunction<Clip> foldOf;
  private final Map<Task, List<Clip>> scored = new HashMap<>();
  private final Map<Task, TrainingPlan> plans = new HashMap<>();

  /**
   * @param clips of all tasks: a group held out for one is held out for all
   */
  SuiteClips(SuiteSettings settings, List<Clip> clips) {
    this.settings = settings;
    this.clips = List.copyOf(clips);
    this.foldOf = settings.splitColumn().isEmpty() ? byGroup() : bySplit(settings.splitColumn());
    if (!settings.manifests().isEmpty()) {
      UnknownLabels.warn(clips);
    }
    for (Task task : settings.tasks()) {
      TrainingPlan plan =
          settings.manifests().isEmpty() ? ownLabels(task, clips) : TrainingPlan.of(task);
      plans.put(task, plan);
      List<Clip> own = clips.stream().filter(plan::scored).filter(this::split).toList();
      scored.put(task, settings.quick() ? few(own, plan) : own);
    }
  }

  /**
   * Checks that the clips can be split and asked one question.
   *
   * @throws ConfigurationException naming the option and what to give in its place
   */
  void check() throws ConfigurationException {
    String column = settings.splitColumn();
    if (!column.isEmpty()) {
      Set<String> places = clips.stream().map(c -> c.column(column)).collect(Collectors.toSet());
      if (!places.contains("test") || (!places.contains("train") && !places.contains("training"))) {
        places.remove("");
        throw new ConfigurationException(
            "option",
            "--split names the column "
                + column
                + ", which has "
                + (places.isEmpty() ? "nothing" : String.join(", ", new TreeSet<>(places)))
                + " in it",
            "Name a column that says train, valid or test of each clip, or leave --split out.");
      }
    }
    boolean quadrants = clips.stream().anyMatch(c -> !c.column("quadrant").isEmpty());
    boolean clusters = clips.stream().anyMatch(c -> !c.column("cluster").isEmpty());
    if (settings.manifests().isEmpty() && quadrants && clusters) {
      throw new ConfigurationException(
          "option",
          "--data-set names sets of quadrants and of clusters, which are no answers to one question",
          "Give them one at a time, each with an --out of its own.");
    }
  }

  /** The tasks asked for that have two labels or more. */
  List<Task> tasks() {
    return settings.tasks().stream()
        .filter(task -> plan(task, Set.of()).labels().size() > 1)
        .toList();
  }

  /** All clips that any task scores, each once. */
  List<Clip> used() {
    return settings.tasks().stream().flatMap(t -> scored.get(t).stream()).distinct().toList();
  }

  /**
   * The plan of a task over all its clips.
   *
   * @param unreadable ids of clips to leave out
   */
  FoldPlan plan(Task task, Set<String> unreadable) {
    boolean once = !settings.splitColumn().isEmpty();
    return plan(
        task,
        scored.get(task).stream().filter(c -> !unreadable.contains(c.id())).toList(),
        foldOf,
        once ? 3 : settings.folds(),
        once ? 1 : settings.foldsRun());
  }

  /** GTZAN's clips alone, held out by artist. */
  FoldPlan gtzanByArtist(Set<String> unreadable) {
    return plan(Task.GENRE, gtzan(unreadable), foldOf, settings.folds(), settings.foldsRun());
  }

  /**
   * GTZAN's clips alone, shuffled once and dealt out to the folds, whoever the artist. Wu et al.
   * shuffle ten folds, ten times over, and stop by their curve; Shah et al. take 80 to 20.
   */
  FoldPlan gtzanByClip(Set<String> unreadable) {
    List<Clip> order = new ArrayList<>(gtzan(Set.of())); // lest a clip mended moves all others
    Collections.shuffle(order, new Random(settings.seed()));
    Map<String, Integer> folds = new HashMap<>();
    for (int i = 0; i < order.size(); i++) {
      folds.put(order.get(i).id(), i % settings.folds());
    }
    return plan(
        Task.GENRE,
        gtzan(unreadable),
        clip -> folds.get(clip.id()),
        settings.folds(),
        settings.foldsRun());
  }

  /** Names all that records depend on beside a row's own recipe. */
  String key() {
    String run =
        "" + settings.folds() + settings.splitColumn() + settings.seed() + settings.quick();
    // Folds by the authors' own labels were once others: their records are not of these.
    String own = settings.manifests().isEmpty() && settings.splitColumn().isEmpty() ? "own" : "";
    return ContentKey.of(run + own, clips, 6);
  }

  private List<Clip> gtzan(Set<String> unreadable) {
    return scored.getOrDefault(Task.GENRE, List.of()).stream()
        .filter(c -> c.dataset().toLowerCase(Locale.ROOT).contains("gtzan"))
        .filter(c -> !unreadable.contains(c.id()))
        .toList();
  }

  private FoldPlan plan(Task task, List<Clip> own, ToIntFunction<Clip> foldOf, int folds, int run) {
    TrainingPlan plan = plans.get(task);
    Set<String> present = own.stream().map(plan.label()).collect(Collectors.toSet());
    List<String> labels = plan.labels().stream().filter(present::contains).toList();
    return new FoldPlan(
        task.word(),
        labels,
        own.stream().map(c -> new LabelledClip(c, labels.indexOf(plan.label().apply(c)))).toList(),
        foldOf,
        folds,
        Math.min(run, folds));
  }

  private ToIntFunction<Clip> byGroup() {
    Function<Clip, String> spread =
        settings.manifests().isEmpty()
            ? clip -> clip.dataset() + "/" + ownLabel(clip, Task.GENRE) + ownLabel(clip, Task.MOOD)
            : Targets::foldLabel;
    Folds folds = new Folds(clips, spread, settings.folds(), settings.seed());
    return folds::of;
  }

  private static ToIntFunction<Clip> bySplit(String column) {
    return clip ->
        switch (clip.column(column)) {
          case "test" -> 0;
          case "valid", "validation" -> 1;
          default -> 2;
        };
  }

  /** True if the split says where the clip stands; each clip of folds does. */
  private boolean split(Clip clip) {
    return settings.splitColumn().isEmpty()
        || Set.of("train", "training", "valid", "validation", "test")
            .contains(clip.column(settings.splitColumn()));
  }

  /** A data set's labels as its authors have them, in order of the alphabet. */
  private static TrainingPlan ownLabels(Task task, List<Clip> clips) {
    List<String> labels =
        clips.stream()
            .map(clip -> ownLabel(clip, task))
            .filter(label -> !label.isEmpty())
            .distinct()
            .sorted()
            .toList();
    return new TrainingPlan(
        task, labels, clip -> ownLabel(clip, task), TrainingPlan.of(task).head());
  }

  /** A clip of quadrants or clusters is of mood, and any other's label is a genre. */
  private static String ownLabel(Clip clip, Task task) {
    String quadrant = clip.column("quadrant");
    String mood = quadrant.isEmpty() ? clip.column("cluster") : quadrant;
    if (task == Task.MOOD) {
      return mood;
    }
    return mood.isEmpty() ? clip.column("label") : "";
  }

  private List<Clip> few(List<Clip> own, TrainingPlan plan) {
    List<Clip> order = new ArrayList<>(own);
    Collections.shuffle(order, new Random(settings.seed()));
    Map<String, Integer> counts = new HashMap<>();
    return order.stream()
        .filter(c -> counts.merge(plan.label().apply(c), 1, Integer::sum) <= QUICK_CLIPS_A_LABEL)
        .toList();
  }
}
