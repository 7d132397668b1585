package org.tonearm.model.training;

import java.io.IOException;
import java.util.List;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.FeatureCache;
import org.tonearm.model.dataset.Folds;
import org.tonearm.model.dataset.Manifests;
import org.tonearm.model.evaluation.Charts;
import org.tonearm.model.feature.scattering.ScatteringExtractor;

/** Measures the recipe of a task by folds of groups: what {@code tonearm evaluate} does. */
public final class Evaluation {
  private final AudioDecoder decoder;
  private final ScatteringExtractor extractor;
  private final TrainingListener listener;

  /** Takes a decoder, the features, and who is told of progress. */
  public Evaluation(
      AudioDecoder decoder, ScatteringExtractor extractor, TrainingListener listener) {
    this.decoder = decoder;
    this.extractor = extractor;
    this.listener = listener;
  }

  /**
   * What came out.
   *
   * @param report figures over all clips of the task
   * @param subset figures of the subset asked for, or null
   * @param scores raw scores
   */
  public record Outcome(
      EvaluationReport report, EvaluationReport subset, CrossValidation.Scores scores) {}

  /** Clips with features, of all manifests. */
  public List<Example> examples(TrainingSettings settings)
      throws ConfigurationException, IOException, InterruptedException {
    List<Clip> clips = new Manifests(settings.manifests()).clips();
    FeatureCache cache = new FeatureCache(settings.cache(), decoder, extractor);
    return new ExampleLoader(cache, listener).load(clips, settings.jobs());
  }

  /** Trains networks with the settings' recipe. */
  NetworkTraining networks(TrainingSettings settings) {
    return new NetworkTraining(
        settings.network(),
        BandLayout.of(extractor.layout()),
        settings.seed(),
        settings.cache().resolve("networks"),
        listener);
  }

  /**
   * Runs the folds and writes {@code evaluation.md}, JSON and charts into the settings' folder.
   *
   * @param examples as {@link #examples} gave them
   */
  public Outcome run(TrainingSettings settings, List<Example> examples)
      throws IOException, InterruptedException, ConfigurationException {
    TrainingPlan plan = TrainingPlan.of(settings.task());
    List<Clip> clips = examples.stream().map(Example::clip).toList();
    if (clips.stream().noneMatch(plan::scored)) {
      throw new ConfigurationException(
          "manifest",
          "no clip of the manifests has a label for the task " + settings.task().word(),
          "Give a manifest with a column genre, or quadrant, and clips of 8 seconds or more.");
    }
    Folds folds = new Folds(clips, Targets::foldLabel, settings.folds(), settings.seed());
    CrossValidation validation =
        new CrossValidation(
            plan,
            settings.statistics(),
            networks(settings),
            folds,
            settings.out().resolve("folds"),
            settings.subset());
    CrossValidation.Scores scores = validation.run(examples, settings.jobs());
    EvaluationReport report =
        EvaluationReport.of(settings.task().word(), plan.labels(), scores.main());
    report.write(settings.out(), "evaluation");
    EvaluationReport subset = null;
    if (!settings.subset().isEmpty()) {
      List<String> labels = validation.subsetLabels(clips);
      subset =
          EvaluationReport.of(
              settings.subset() + " by its own " + labels.size() + " labels",
              labels,
              scores.subset());
      subset.write(settings.out(), "evaluation-" + settings.subset());
    }
    Charts.learning(
        settings.out().resolve("learning-curves.png"),
        settings.task().word() + ": training loss",
        validation.curves());
    return new Outcome(report, subset, scores);
  }
}
