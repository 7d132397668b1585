package org.tonearm.model.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.evaluation.Charts;
import org.tonearm.model.evaluation.FigureTable;
import org.tonearm.model.evaluation.Figures;
import org.tonearm.model.network.paper.PaperFigure;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.network.paper.RatedNetwork;
import org.tonearm.model.suite.fit.Stopping;
import org.tonearm.model.suite.fit.TrainedPaper;
import org.tonearm.model.suite.piece.LabelledClip;
import org.tonearm.model.suite.report.RowFigures;
import org.tonearm.model.suite.report.Share;
import org.tonearm.model.training.DataTerms;
import org.tonearm.model.training.TagWords;
import org.tonearm.model.training.ThresholdChoice;

/**
 * The card of a model that is a paper's network: what it is, figures with how they were come by,
 * data with terms, command line.
 *
 * @param network as it was trained
 * @param paper the same with the paper's learning rate
 * @param extractor of its frames
 * @param plan all clips
 * @param validation how many of them told when to stop
 * @param trained what came of training
 * @param ears what it says of the validation clips
 * @param folds figures of the suite; null for none
 */
record PaperModelCard(
    String id,
    PaperModelSettings settings,
    PaperNetwork network,
    PaperNetwork paper,
    FeatureExtractor extractor,
    FoldPlan plan,
    int validation,
    TrainedPaper trained,
    TrainedEars ears,
    SuiteFigures folds) {
  private static final double WINDOW_SECONDS = 30;

  ModelInfo info() {
    return new ModelInfo(
        id,
        settings.task(),
        plan.labels(),
        extractor.id(),
        windowFrames(),
        thresholds().chosen(),
        accuracy(),
        data().names(),
        DataTerms.SUMMARY,
        words());
  }

  /** Whole pieces of about half a minute: the length of the clips that figures are stated on. */
  private int windowFrames() {
    int piece = network.input().pieceFrames();
    double frames = WINDOW_SECONDS * extractor.sampleRate() / extractor.hop();
    return piece * (int) Math.max(1, Math.round(frames / piece));
  }

  private String accuracy() {
    if (folds == null) {
      return String.format(
          Locale.ROOT,
          "accuracy %.2f on %d clips of other artists, which also told when to stop: flattering",
          figures().accuracy(),
          validation);
    }
    RowFigures row = folds.figures();
    int count = row.folds().size();
    return String.format(
        Locale.ROOT,
        "accuracy %.2f%s of the same network%s by folds of artists: %d clips, %d %s",
        row.right().value(),
        count == 1 ? "" : String.format(Locale.ROOT, " (spread %.2f)", row.right().spread()),
        folds.sameRate() ? "" : " at its paper's rate",
        row.right().count(),
        count,
        count == 1 ? "fold" : "folds");
  }

  private Figures figures() {
    return Figures.of(ears.predictions(), plan.labels().size());
  }

  private ThresholdChoice thresholds() {
    return new ThresholdChoice(ears.predictions());
  }

  private DataTerms data() {
    return DataTerms.of(plan.clips().stream().map(LabelledClip::clip).toList());
  }

  private Map<String, String> words() {
    return TagWords.of(settings.task(), plan.labels());
  }

  private static double rate(PaperNetwork network) {
    return network.schedule().updater().getLearningRate(0, 0);
  }

  /** Writes {@code card.md}, {@code card.json} and the charts into a folder that is there. */
  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("card.md"), markdown());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("task", settings.task().word());
    json.put("network", network.id());
    json.put("labels", plan.labels());
    json.put("words", words());
    json.put("command", settings.commandLine());
    json.put("seed", settings.seed());
    json.put("folds", settings.folds());
    json.put("rate", rate(network));
    json.put("paperRate", rate(paper));
    json.put("epochs", trained.epochs());
    json.put("stop", trained.reason().words());
    json.put("temperature", ears.calibration().temperature());
    json.put("threshold", thresholds().chosen());
    json.put("parameters", ears.weights().parameters());
    json.put("rounding", ears.rounding());
    json.put("clips", data().clips());
    json.put("terms", data().terms());
    json.put("validationFigures", figures());
    if (folds != null) {
      json.put("suiteOnSameClips", folds.sameClips());
      json.put("suiteAccuracy", folds.figures().right());
    }
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(folder.resolve("card.json").toFile(), json);
    String clips = id + ", the clips that told when to stop";
    Charts.confusion(folder.resolve("confusion.png"), clips, plan.labels(), figures().confusion());
    Charts.reliability(folder.resolve("reliability.png"), clips, ears.predictions());
  }

  private String markdown() {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(id).append("\n\nTells the ").append(settings.task().word());
    out.append(
        " of a track. Written by `tonearm train`; its figures are not edited by hand.\n\nMade by:\n\n```\n");
    out.append(settings.commandLine()).append("\n```\n\n## What it is\n\n").append(what());
    out.append("Labels and the words written into tags: ");
    out.append(
        plan.labels().stream()
            .map(label -> label + " = " + words().get(label))
            .collect(Collectors.joining(", ")));
    out.append(".\n\n## Default threshold\n\n");
    out.append("On the clips that also told when to stop and fitted the temperature:\n\n");
    out.append(thresholds().markdown()).append("\n## Figures\n\n");
    if (folds != null) {
      out.append(suite());
    }
    out.append(onValidation()).append("\n![Confusion](confusion.png)\n\n");
    out.append("![Calibration](reliability.png)\n\n## Data and terms\n\n");
    return out.append(data().markdown()).toString();
  }

  private String what() {
    String rate =
        rate(network) == rate(paper)
            ? "the paper's " + RatedNetwork.text(rate(paper))
            : RatedNetwork.text(rate(network))
                + ", which is ours (the paper's: "
                + RatedNetwork.text(rate(paper))
                + ")";
    List<PaperFigure> stated = SuiteRows.figures(settings.task().word(), network.figures());
    String figures =
        stated.isEmpty()
            ? "The paper states no figure of it for " + settings.task().word() + "."
            : "The paper states "
                + stated.stream()
                    .map(f -> f.percent() + " % (" + f.what() + "; " + f.place() + ")")
                    .collect(Collectors.joining(", "))
                + ", with clips of one artist on both sides of the split; figures here are by"
                + " artist.";
    return String.format(
        Locale.ROOT,
        "A paper's network, alone: `%s` (%s), with no other listener beside it. %d layers of %d"
            + " units, the mean of the last layer's states over time, softmax; %d parameters."
            + " Frames: %s. Windows of %d frames; their log-probabilities are averaged. Dropout,"
            + " optimiser and sizes as `tonearm evaluate --suite papers` has them; learning rate %s;"
            + " %d clips to learn from; %d epochs, of which number %d counts (%s); temperature"
            + " %.2f. %s%n%nWeights are rounded for the file. That moved a log-probability of a"
            + " clip by %.2g at most, and the likeliest label of %d of the %d clips that told when"
            + " to stop. Whether it is music at all is told by a gate: a support-vector machine on"
            + " statistics of the same frames.%n%n",
        network.id(),
        network.source(),
        ears.weights().layers().size(),
        ears.weights().layers().get(0).units(),
        ears.weights().parameters(),
        extractor.id(),
        network.input().pieceFrames(),
        rate,
        plan.clips().size() - validation,
        trained.epochs().size(),
        Stopping.best(trained.epochs()),
        trained.reason().words(),
        ears.calibration().temperature(),
        figures,
        ears.rounding(),
        ears.changed(),
        validation);
  }

  private String suite() {
    RowFigures row = folds.figures();
    StringBuilder out = new StringBuilder("### By folds\n\n");
    out.append(
        String.format(
            Locale.ROOT,
            "Measured by `tonearm evaluate --suite papers`: networks of this kind, each trained"
                + " anew without the fold that it is asked about, at %s learning rate;"
                + " no artist stands on both sides. The model of this card is none of them.%s%s%n%n",
            folds.sameRate() ? "this model's" : "the paper's",
            folds.sameClips() ? "" : " Clips, folds or seed were others than this model's.",
            folds.sameRate() ? "" : " This model learned at another rate."));
    out.append("| data set | tracks | accuracy | spread over folds |\n|---|---|---|---|\n");
    row(out, "all", row.right());
    row.byDataset().forEach((set, share) -> row(out, set, share));
    out.append(
        String.format(
            Locale.ROOT,
            "%nFolds: %d. Epochs: %s (%s). Area under the curve: %s.%n%n",
            row.folds().size(),
            row.epochs(),
            row.stops(),
            FigureTable.share(row.area())));
    return out.toString();
  }

  private static void row(StringBuilder out, String name, Share share) {
    List<String> cells =
        List.of(
            name,
            String.valueOf(share.count()),
            FigureTable.share(share.value()),
            FigureTable.share(share.spread()));
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private String onValidation() {
    Figures figures = figures();
    Map<String, Figures> rows = new LinkedHashMap<>();
    rows.put("all", figures);
    rows.putAll(Figures.byDataset(ears.predictions(), plan.labels().size()));
    return "### On the clips that told when to stop\n\n"
        + "One fold of "
        + settings.folds()
        + " (so nothing spreads), of artists that the model has not learnt from. The same clips"
        + " chose the epoch and fitted temperature and threshold, so these figures flatter"
        + (folds == null ? "; figures by folds were not given to this training" : "")
        + ".\n\n"
        + FigureTable.figures("data set", rows)
        + "\n"
        + FigureTable.groups(
            "label",
            plan.labels(),
            Arrays.stream(figures.confusion()).mapToInt(row -> Arrays.stream(row).sum()).toArray(),
            Map.of("recall", figures.recall()))
        + "\n"
        + FigureTable.confusion(plan.labels(), figures.confusion());
  }
}
