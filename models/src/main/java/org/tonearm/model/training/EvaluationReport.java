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
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.tonearm.model.evaluation.Charts;
import org.tonearm.model.evaluation.FigureTable;
import org.tonearm.model.evaluation.Figures;
import org.tonearm.model.evaluation.Prediction;

/**
 * Figures of a cross-validation, for every listener, as Markdown, JSON and PNG.
 *
 * @param title such as {@code genre} or {@code genre_mood_emotify, 4 labels}
 * @param labels in the order of the scores
 * @param predictions listener to calibrated predictions
 */
public record EvaluationReport(
    String title, List<String> labels, Map<String, List<Prediction>> predictions) {

  /** Calibrates and joins scores. */
  public static EvaluationReport of(String title, List<String> labels, List<ClipScores> scores) {
    Map<String, List<Prediction>> predictions = new LinkedHashMap<>();
    for (String listener : Listeners.ALL) {
      predictions.put(listener, Listeners.predictions(scores, listener));
    }
    return new EvaluationReport(title, labels, predictions);
  }

  /** Figures of each listener over all clips. */
  public Map<String, Figures> figures() {
    Map<String, Figures> figures = new LinkedHashMap<>();
    predictions.forEach((listener, p) -> figures.put(listener, Figures.of(p, labels.size())));
    return figures;
  }

  /** All tables. */
  public String markdown() {
    Map<String, Figures> figures = figures();
    return "### Over all clips: "
        + title
        + "\n\n"
        + FigureTable.figures("listener", figures)
        + "\n### Recall by label\n\n"
        + byLabel(figures)
        + "\n### Accuracy by data set\n\n"
        + byDataset()
        + "\n### The joined listeners, by data set\n\n"
        + FigureTable.figures(
            "data set", Figures.byDataset(predictions.get(Listeners.JOINED), labels.size()))
        + "\n### Confusion of the joined listeners, in clips\n\n"
        + FigureTable.confusion(labels, figures.get(Listeners.JOINED).confusion());
  }

  /**
   * Writes {@code stem.md}, {@code stem.json}, the charts, and {@code stem-clips.csv}: what the
   * joined listeners told of each clip held out.
   */
  public void write(Path folder, String stem) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(stem + ".md"), markdown());
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(folder.resolve(stem + ".json").toFile(), figures());
    List<Prediction> joined = predictions.get(Listeners.JOINED);
    Charts.confusion(
        folder.resolve(stem + "-confusion.png"),
        title,
        labels,
        Figures.of(joined, labels.size()).confusion());
    Charts.reliability(folder.resolve(stem + "-reliability.png"), title, joined);
    try (CSVPrinter clips =
        new CSVPrinter(
            Files.newBufferedWriter(folder.resolve(stem + "-clips.csv")), CSVFormat.RFC4180)) {
      clips.printRecord("clip", "dataset", "fold", "truth", "told", "probability");
      for (Prediction clip : joined) {
        clips.printRecord(
            clip.id(),
            clip.dataset(),
            clip.fold() + 1,
            labels.get(clip.truth()),
            labels.get(clip.best()),
            String.format(Locale.ROOT, "%.4f", clip.confidence()));
      }
    }
  }

  private String byLabel(Map<String, Figures> figures) {
    int[] counts = new int[labels.size()];
    predictions.get(Listeners.JOINED).forEach(p -> counts[p.truth()]++);
    Map<String, double[]> columns = new LinkedHashMap<>();
    figures.forEach((listener, f) -> columns.put(listener, f.recall()));
    columns.put("joined, precision", figures.get(Listeners.JOINED).precision());
    return FigureTable.groups("label", labels, counts, columns);
  }

  private String byDataset() {
    List<Prediction> joined = predictions.get(Listeners.JOINED);
    List<String> sets =
        List.copyOf(new TreeSet<>(joined.stream().map(Prediction::dataset).toList()));
    int[] counts =
        sets.stream()
            .mapToInt(s -> (int) joined.stream().filter(p -> p.dataset().equals(s)).count())
            .toArray();
    Map<String, double[]> columns = new LinkedHashMap<>();
    predictions.forEach(
        (listener, p) -> {
          Map<String, Figures> bySet = Figures.byDataset(p, labels.size());
          columns.put(listener, sets.stream().mapToDouble(s -> bySet.get(s).accuracy()).toArray());
          columns.put(
              listener + ", spread",
              sets.stream().mapToDouble(s -> bySet.get(s).spread()).toArray());
        });
    return FigureTable.groups("data set", sets, counts, columns);
  }
}
