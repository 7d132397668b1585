package org.tonearm.model.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.model.classifier.Hearing;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.ContentKey;
import org.tonearm.model.dataset.FeatureCache;
import org.tonearm.model.dataset.Folds;
import org.tonearm.model.dataset.Manifests;
import org.tonearm.model.description.EvenLevel;
import org.tonearm.model.description.ScatteringRows;
import org.tonearm.model.description.WindowDescription;
import org.tonearm.model.evaluation.Charts;
import org.tonearm.model.feature.listening.ListeningExtractor;
import org.tonearm.model.feature.scattering.ScatteringExtractor;

/** Measures the recipe of a task by folds of groups: what {@code tonearm evaluate} does. */
public final class Evaluation {
  private final AudioDecoder decoder;
  private final ScatteringExtractor scattering = new ScatteringExtractor();
  private final ListeningExtractor extractor = new ListeningExtractor();
  private final TrainingListener listener;

  /** Takes a decoder, and who is told of progress. */
  public Evaluation(AudioDecoder decoder, TrainingListener listener) {
    this.decoder = decoder;
    this.listener = listener;
  }

  /**
   * What came out.
   *
   * @param plan what was asked: the labels are those that occur
   * @param report figures over all clips of the task
   * @param subset figures of the subset asked for, or null
   * @param scores of the held-out clips, with what calibrates them
   * @param subgenres figures of the kinds of genres, where the clips tell enough of them
   */
  public record Outcome(
      TrainingPlan plan,
      EvaluationReport report,
      EvaluationReport subset,
      CrossValidation.Scores scores,
      List<SubgenreReport> subgenres) {}

  /** Clips with features, of all manifests. */
  public List<Example> examples(TrainingSettings settings)
      throws ConfigurationException, IOException, InterruptedException {
    List<Clip> clips = new Manifests(settings.manifests()).clips();
    UnknownLabels.warn(clips);
    labels(settings, clips).check(clips);
    ScatteringRows rows = new ScatteringRows(scattering.layout());
    EvenLevel level = EvenLevel.shipped(scattering.layout());
    boolean pictures =
        settings.networks().stream().anyMatch(n -> n.network().hearing() == Hearing.PICTURES);
    return new ExampleLoader(
            cache(settings),
            listener,
            (clip, frames) ->
                Example.of(clip, frames, pictures, WindowDescription.lasting(level, rows, frames)))
        .load(clips, settings.jobs());
  }

  /** Features kept on disk. */
  FeatureCache cache(TrainingSettings settings) {
    return new FeatureCache(settings.cache(), decoder, extractor);
  }

  /** The scattering transform within the features. */
  ScatteringExtractor scattering() {
    return scattering;
  }

  /** Learns with the settings' recipe what stands before the machine. */
  StackTraining stacks(TrainingSettings settings) {
    return new StackTraining(
        EvenLevel.shipped(scattering.layout()),
        new ScatteringRows(scattering.layout()),
        StackTraining.SHIPPED_COMPONENTS,
        settings.seed());
  }

  /** Trains networks with the settings' recipe, each with a seed of its own. */
  EnsembleTraining networks(TrainingSettings settings) throws ConfigurationException {
    String only =
        settings.without().contains(RecipeStep.QUESTIONS)
            ? TrainingPlan.of(settings.task(), settings.question()).head()
            : "";
    List<NetworkTraining> members = new ArrayList<>();
    for (EnsembleRecipe alike : settings.networks()) {
      NetworkRecipe recipe = RecipeStep.without(settings.without(), alike.network());
      BandLayout bands =
          switch (recipe.hearing()) {
            case LEADING -> BandLayout.of(scattering.layout());
            case PICTURES -> BandLayout.pictures();
          };
      for (int member = 0; member < alike.count(); member++) {
        Path folder = settings.cache().resolve("networks");
        members.add(
            new NetworkTraining(recipe, only, bands, settings.seed() + member, folder, listener));
      }
    }
    return new EnsembleTraining(members);
  }

  /**
   * Runs the folds and writes {@code evaluation.md}, JSON and charts into the settings' folder.
   *
   * @param examples as {@link #examples} gave them
   */
  public Outcome run(TrainingSettings settings, List<Example> examples)
      throws IOException, InterruptedException, ConfigurationException {
    List<Clip> clips = examples.stream().map(Example::clip).toList();
    TrainableLabels trainable = labels(settings, clips);
    trainable.check(clips);
    Folds folds = new Folds(clips, Targets::foldLabel, settings.folds(), settings.seed());
    trainable.check(clips, folds);
    TrainingPlan plan = trainable.plan();
    CrossValidation validation =
        new CrossValidation(
            plan,
            settings.statistics(),
            stacks(settings),
            networks(settings),
            folds,
            settings.out().resolve("held-out").resolve(runName(plan, settings, clips)),
            trainable.subset());
    CrossValidation.Scores scores = validation.run(examples, settings.jobs());
    EvaluationReport report = EvaluationReport.of(plan.title(), plan.labels(), scores.main());
    report.write(settings.out(), "evaluation");
    EvaluationReport subset = null;
    if (trainable.subset().asked()) {
      List<String> labels = trainable.subset().labels(clips);
      subset =
          EvaluationReport.of(
              settings.subset() + " by its own " + labels.size() + " labels",
              labels,
              scores.subset());
      subset.write(settings.out(), "evaluation-" + settings.subset().replaceAll("[^\\w.-]", "_"));
    }
    Charts.learning(
        settings.out().resolve("learning-curves.png"),
        plan.title() + ": training loss",
        validation.curves());
    List<SubgenreReport> subgenres = subgenres(plan, clips, scores);
    if (!subgenres.isEmpty()) {
      Files.writeString(
          settings.out().resolve("evaluation-subgenres.md"),
          subgenres.stream().map(SubgenreReport::markdown).collect(Collectors.joining("\n")));
    }
    return new Outcome(plan, report, subset, scores, subgenres);
  }

  private static TrainableLabels labels(TrainingSettings settings, List<Clip> clips)
      throws ConfigurationException {
    TrainingPlan plan = TrainingPlan.of(settings.task(), settings.question()).among(clips);
    return new TrainableLabels(plan, new SubsetQuestion(plan, settings.subset()));
  }

  /** Names all that a fold's scores depend on, so that another run's are never taken for these. */
  private String runName(TrainingPlan plan, TrainingSettings settings, List<Clip> clips) {
    StringBuilder all = new StringBuilder();
    settings.networks().forEach(n -> all.append(n.network().key()).append(n.count()));
    all.append(settings.statistics()).append(settings.folds()).append(' ').append(settings.seed());
    all.append(settings.subset());
    settings.without().stream().sorted().forEach(step -> all.append(" without ").append(step));
    return plan.head() + "-" + extractor.id() + "-" + ContentKey.of(all.toString(), clips, 8);
  }

  private static List<SubgenreReport> subgenres(
      TrainingPlan plan, List<Clip> clips, CrossValidation.Scores scores) {
    return SubgenreQuestion.of(plan, clips).stream()
        .map(
            q ->
                new SubgenreReport(
                    q.parent(), q.labels(), scores.subgenres().getOrDefault(q.parent(), List.of())))
        .filter(report -> !report.known().isEmpty())
        .toList();
  }
}
