package org.tonearm.model.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.evaluation.Figures;
import org.tonearm.model.evaluation.Prediction;
import org.tonearm.model.network.inference.NetworkWeights;

/**
 * The card of a model: data with terms, counts, recipe, figures, command line. Written by train.
 */
final class ModelCard {
  private final String id;
  private final TrainingSettings settings;
  private final TrainingPlan plan;
  private final Evaluation.Outcome outcome;
  private final TrainedEnsemble networks;
  private final Stack stack;
  private final JoinedFit fit;
  private final Figures figures;
  private final ThresholdChoice thresholds;
  private final DataTerms data;
  private final List<Clip> clips;

  ModelCard(
      String id,
      TrainingSettings settings,
      TrainingPlan plan,
      List<Example> examples,
      Evaluation.Outcome outcome,
      TrainedEnsemble networks,
      Stack stack,
      JoinedFit fit) {
    this.id = id;
    this.settings = settings;
    this.plan = plan;
    this.outcome = outcome;
    this.networks = networks;
    this.stack = stack;
    this.fit = fit;
    List<Prediction> joined = outcome.report().predictions().get(Listeners.JOINED);
    this.thresholds = new ThresholdChoice(joined);
    this.clips = examples.stream().map(Example::clip).toList();
    this.data = DataTerms.of(clips);
    this.figures = Figures.of(joined, plan.labels().size());
  }

  ModelInfo info(String featureId) {
    String accuracy =
        String.format(
            Locale.ROOT,
            "accuracy %.2f (spread %.2f), mean recall %.2f: %d clips, %d folds by artist",
            figures.accuracy(),
            figures.spread(),
            figures.meanRecall(),
            figures.count(),
            settings.folds());
    return new ModelInfo(
        id,
        settings.task(),
        plan.labels(),
        featureId,
        WINDOW_FRAMES,
        thresholds.chosen(),
        accuracy,
        data.names(),
        DataTerms.SUMMARY,
        TagWords.of(settings.task(), plan.labels()));
  }

  /** Frames of 30 seconds: the clips that figures are stated on are as long or shorter. */
  private static final int WINDOW_FRAMES = 162;

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("card.md"), markdown());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("task", settings.task().word());
    json.put("question", plan.head());
    json.put("labels", plan.labels());
    json.put("words", TagWords.of(settings.task(), plan.labels()));
    json.put("command", settings.commandLine());
    json.put("seed", settings.seed());
    json.put("folds", settings.folds());
    json.put("networks", settings.networks());
    json.put("statistics", settings.statistics());
    json.put("networkShare", fit.networkShare());
    json.put("temperature", fit.calibration().temperature());
    json.put("parameters", parameters());
    json.put("threshold", thresholds.chosen());
    json.put("clips", data.clips());
    json.put("terms", data.terms());
    json.put("figures", outcome.report().figures());
    if (outcome.subset() != null) {
      json.put("subset", settings.subset());
      json.put("subsetFigures", outcome.subset().figures());
    }
    if (!outcome.subgenres().isEmpty()) {
      json.put("subgenres", SubgenreCard.json(outcome.subgenres()));
    }
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(folder.resolve("card.json").toFile(), json);
  }

  private long parameters() {
    return networks.weights().stream().mapToLong(NetworkWeights::parameters).sum();
  }

  private String markdown() {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(id).append("\n\nTells the ").append(plan.title());
    out.append(" of a track. Written by `tonearm train`; its figures are not edited by hand.\n\n");
    out.append("Made by:\n\n```\n").append(settings.commandLine()).append("\n```\n\n");
    out.append("## What it is\n\n");
    out.append(
        String.format(
            Locale.ROOT,
            "Features: scattering transform, 525 rows (sizes after Dai et al., LSTM segment features"
                + " for genres), mel spectra (80 bands) and pitch spectra (72 semitones). %sJoined"
                + " with a support-vector machine that hears a description of the window in"
                + " eight blocks (statistics and covariances of scattering coefficients, timbre,"
                + " correlation of bands, tonality, dynamics), brought to %d principal components,"
                + " and %d answers of kernel ridge regressions to all questions that the clips'"
                + " labels ask (given out of fold in training); weight of the networks %.2f,"
                + " temperature %.2f: both fitted on held-out clips.%n%n",
            NetworkCard.markdown(settings.networks(), networks.groups()),
            stack.rows().projection().axes().count(),
            stack.rows().questionnaire().size(),
            fit.networkShare(),
            fit.calibration().temperature()));
    out.append("Labels and the words written into tags: ");
    Map<String, String> words = TagWords.of(settings.task(), plan.labels());
    out.append(
        plan.labels().stream()
            .map(label -> label + " = " + words.get(label))
            .collect(Collectors.joining(", ")));
    out.append(".\n\n## Default threshold\n\n");
    out.append(thresholds.markdown()).append("\n");
    out.append("## Figures\n\n");
    out.append(
        String.format(
            Locale.ROOT,
            "%d folds; no artist (or track, where the artist is unknown) stands on both sides of a"
                + " split, in any data set. Axes and questions are fitted inside each training part;"
                + " what calibrates a fold is fitted on the other folds' held-out clips. The baseline is a support-vector machine with C = 3 on plain"
                + " statistics of the scattering coefficients (mean, deviation, two percentiles,"
                + " mean absolute difference), on the same folds.%n%n",
            settings.folds()));
    out.append(outcome.report().markdown());
    if (outcome.subset() != null) {
      out.append("\n").append(outcome.subset().markdown());
    }
    out.append(SubgenreCard.markdown(outcome.subgenres(), plan, clips));
    out.append("\n![Confusion](confusion.png)\n\n![Calibration](reliability.png)\n");
    out.append("\n## Data and terms\n\n");
    out.append(
        "The networks learned from all of these. The figures of the model's own question are stated on"
            + " those of 8 seconds or more that have its label, and the support-vector machine"
            + " learned from them; a set of hard techno counts for the kinds of genres alone.\n\n");
    out.append(data.markdown());
    return out.toString();
  }
}
