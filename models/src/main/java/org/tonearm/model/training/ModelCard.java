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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.evaluation.Figures;
import org.tonearm.model.evaluation.Prediction;

/**
 * The card of a model: data with terms, counts, recipe, figures, command line. Written by train.
 */
final class ModelCard {
  /** Below this precision of what is told, the default threshold rises. */
  private static final double PRECISION_WANTED = 0.75;

  private final String id;
  private final TrainingSettings settings;
  private final TrainingPlan plan;
  private final List<Example> examples;
  private final Evaluation.Outcome outcome;
  private final TrainedNetwork network;
  private final JoinedFit fit;
  private final Figures figures;
  private final List<Prediction> joined;

  ModelCard(
      String id,
      TrainingSettings settings,
      TrainingPlan plan,
      List<Example> examples,
      Evaluation.Outcome outcome,
      TrainedNetwork network,
      JoinedFit fit) {
    this.id = id;
    this.settings = settings;
    this.plan = plan;
    this.examples = examples;
    this.outcome = outcome;
    this.network = network;
    this.fit = fit;
    this.joined = outcome.report().predictions().get(Listeners.JOINED);
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
        threshold(),
        accuracy,
        String.join(", ", counts().keySet()),
        "research data without a licence for its audio; see the card for the terms of each set",
        TagWords.of(settings.task()));
  }

  /** Frames of 30 seconds: the length of the clips that figures are stated on. */
  private static final int WINDOW_FRAMES = 162;

  /** The lowest threshold from 0.30 on, in steps of 0.05, that reaches the precision wanted. */
  private double threshold() {
    for (int step = 6; step < 19; step++) {
      double threshold = step * 0.05;
      if (precision(threshold) >= PRECISION_WANTED) {
        return Math.round(threshold * 100) / 100.0;
      }
    }
    return 0.95;
  }

  private double precision(double threshold) {
    List<Prediction> told = joined.stream().filter(p -> p.confidence() >= threshold).toList();
    return told.isEmpty()
        ? 1
        : told.stream().filter(Prediction::right).count() / (double) told.size();
  }

  private double coverage(double threshold) {
    return joined.stream().filter(p -> p.confidence() >= threshold).count()
        / (double) joined.size();
  }

  private Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    examples.forEach(e -> counts.merge(e.clip().dataset(), 1, Integer::sum));
    return counts;
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("card.md"), markdown());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("task", settings.task().word());
    json.put("labels", plan.labels());
    json.put("words", TagWords.of(settings.task()));
    json.put("command", settings.commandLine());
    json.put("seed", settings.seed());
    json.put("folds", settings.folds());
    json.put("network", settings.network());
    json.put("statistics", settings.statistics());
    json.put("networkShare", fit.networkShare());
    json.put("temperature", fit.calibration().temperature());
    json.put("parameters", parameters());
    json.put("threshold", threshold());
    json.put("clips", counts());
    json.put("terms", terms());
    json.put("figures", outcome.report().figures());
    if (outcome.subset() != null) {
      json.put("subset", settings.subset());
      json.put("subsetFigures", outcome.subset().figures());
    }
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(folder.resolve("card.json").toFile(), json);
  }

  private long parameters() {
    return network.weights().parameters();
  }

  private Map<String, List<String>> terms() {
    Map<String, List<String>> terms = new TreeMap<>();
    examples.stream()
        .map(Example::clip)
        .collect(Collectors.groupingBy(Clip::dataset))
        .forEach(
            (set, clips) ->
                terms.put(
                    set,
                    List.copyOf(
                        new TreeSet<>(
                            clips.stream()
                                .map(c -> c.column("license_note"))
                                .filter(note -> !note.isEmpty())
                                .toList()))));
    return terms;
  }

  private String markdown() {
    StringBuilder out = new StringBuilder();
    NetworkRecipe n = settings.network();
    out.append("# ").append(id).append("\n\nTells the ").append(settings.task().word());
    out.append(" of a track. Written by `tonearm train`; not edited by hand.\n\n");
    out.append("Made by:\n\n```\n").append(settings.commandLine()).append("\n```\n\n");
    out.append("## What it is\n\n");
    out.append(
        String.format(
            Locale.ROOT,
            "Features: scattering transform, 525 rows (sizes after Dai et al., LSTM segment features for genres). Network: %d IndRNN"
                + " layers of %d units (Wu et al., independent RNN for genres, equations 7 and 8), batch-normalised,"
                + " mean and maximum over time, %d parameters, windows of %d frames, %d epochs;"
                + " trained on all labels that the clips carry. Joined with a support-vector"
                + " machine on statistics of the same features (mean, deviation, two percentiles,"
                + " mean absolute difference); weight of the network %.2f, temperature %.2f: both fitted on"
                + " held-out clips.%n%n",
            n.layers(),
            n.width(),
            parameters(),
            n.windowFrames(),
            n.epochs(),
            fit.networkShare(),
            fit.calibration().temperature()));
    out.append("Labels and the words written into tags: ");
    Map<String, String> words = TagWords.of(settings.task());
    out.append(
        plan.labels().stream()
            .map(label -> label + " = " + words.get(label))
            .collect(Collectors.joining(", ")));
    out.append(".\n\n## Default threshold\n\n");
    out.append("| threshold | told | right of those told |\n|---|---|---|\n");
    for (int step = 6; step < 19; step += 2) {
      double t = step * 0.05;
      out.append(
          String.format(Locale.ROOT, "| %.2f | %.3f | %.3f |%n", t, coverage(t), precision(t)));
    }
    out.append(
        String.format(
            Locale.ROOT,
            "%nBelow %.2f nothing is told unless asked for: the lowest step at which %.0f %% of"
                + " what is told was right on held-out clips.%n%n",
            threshold(),
            100 * PRECISION_WANTED));
    out.append("## Figures\n\n");
    out.append(
        String.format(
            Locale.ROOT,
            "%d folds; no artist (or track, where the artist is unknown) stands on both sides of a"
                + " split, in any data set. Calibrators are fitted inside each training part. The"
                + " baseline is a support-vector machine with C = 3 on the same statistics and"
                + " folds.%n%n",
            settings.folds()));
    out.append(outcome.report().markdown());
    if (outcome.subset() != null) {
      out.append("\n").append(outcome.subset().markdown());
    }
    out.append("\n![Confusion](confusion.png)\n\n![Calibration](reliability.png)\n");
    out.append("\n## Data and terms\n\n| data set | clips | terms as stated |\n|---|---|---|\n");
    Map<String, List<String>> terms = terms();
    counts()
        .forEach(
            (set, count) ->
                out.append("| ")
                    .append(set)
                    .append(" | ")
                    .append(count)
                    .append(" | ")
                    .append(String.join("; ", terms.get(set)).replace("|", "/"))
                    .append(" |\n"));
    out.append(
        "\nNo audio of these sets is part of this project. Genre and mood as these sets define"
            + " them: Western popular and classical music for the most part. Where a label comes"
            + " nearly all from one set, the model may have learned the set as well as the music:"
            + " see the accuracy by data set.\n");
    return out.toString();
  }
}
