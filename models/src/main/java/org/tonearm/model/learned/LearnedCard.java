package org.tonearm.model.learned;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.model.evaluation.Charts;
import org.tonearm.model.evaluation.FigureTable;
import org.tonearm.model.evaluation.Figures;
import org.tonearm.model.evaluation.Prediction;

/**
 * The card of a learnt model, with its charts.
 *
 * @param info the model
 * @param origin the model whose trunk it hears with
 * @param tracks of each label, in the labels' order
 * @param groups artists, albums or single tracks of each label
 * @param taught what came of learning
 * @param commandLine by which it was made
 */
public record LearnedCard(
    ModelInfo info,
    String origin,
    List<Integer> tracks,
    List<Integer> groups,
    Taught taught,
    String commandLine) {

  /** Writes {@code card.md}, {@code card.json} and the charts into a folder that is there. */
  public void write(Path folder) throws IOException {
    Figures figures = taught.figures();
    Files.writeString(folder.resolve("card.md"), markdown(figures));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", info.id());
    json.put("task", info.task().word());
    json.put("labels", info.labels());
    json.put("tracks", tracks);
    json.put("groups", groups);
    json.put("command", commandLine);
    json.put("origin", origin);
    json.put("threshold", info.threshold());
    json.put("guessing", taught.guessing());
    json.put("accuracyLow", taught.range().low());
    json.put("accuracyHigh", taught.range().high());
    json.put("coverage", taught.coverage());
    json.put("precision", Double.isNaN(taught.precision()) ? null : taught.precision());
    json.put("figures", figures);
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(folder.resolve("card.json").toFile(), json);
    Charts.confusion(
        folder.resolve("confusion.png"),
        info.id() + ", tracks held out",
        info.labels(),
        figures.confusion());
    Charts.reliability(folder.resolve("reliability.png"), info.id(), taught.predictions());
  }

  private String markdown(Figures figures) {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(info.id()).append("\n\nTells the ").append(info.task().word());
    out.append(" of a track in the labels of one library. Written by `tonearm learn`; not edited");
    out.append(" by hand.\n\nMade by:\n\n```\n").append(commandLine).append("\n```\n\n");
    out.append("## What it is\n\nTwo support-vector machines, one on the embedding of the network");
    out.append(" of ").append(origin).append(", one on statistics of the same features.");
    out.append(
        String.format(
            Locale.ROOT,
            " Weight of the first %.1f, temperature %.2f. It abstains below %.2f, and on tracks"
                + " unlike all that it learnt from (farther than %.2f by their sound, or than %.2f"
                + " by the kind of sound that the network takes them for).%n%n",
            taught.blend().embeddingShare(),
            taught.blend().calibration().temperature(),
            info.threshold(),
            taught.familiarity().sound().limit(),
            taught.familiarity().kind().limit()));
    out.append("## Figures\n\n");
    out.append("Each track was judged by machines that had met no track of its artist (of its");
    out.append(
        " album's folder, where no artist is named). Share, temperature, threshold and limit");
    out.append(" were chosen on the other folds.\n\n");
    out.append(FigureTable.figures("model", Map.of(info.id(), figures)));
    out.append(
        String.format(
            Locale.ROOT,
            "%nOn other artists the accuracy may lie from %.3f to %.3f.%n%n"
                + "Guessing the commonest label: %.3f. An answer was told of %.3f of the tracks; %s of"
                + " those were right.%n%n",
            taught.range().low(),
            taught.range().high(),
            taught.guessing(),
            taught.coverage(),
            FigureTable.share(taught.precision())));
    out.append(
        String.format(
            Locale.ROOT,
            "The machine on embeddings alone: %.3f; the one on statistics alone: %.3f.%n%n",
            accuracy(taught.embeddingAlone()),
            accuracy(taught.statisticsAlone())));
    out.append("The network may have met some of this music, and its usual genres, when it was");
    out.append(" trained; for music of the sets that its card names, these figures flatter,");
    out.append(" and that of the statistics alone is the one to go by.\n\n");
    out.append("| label | tracks | artists | recall | precision |\n|---|---|---|---|---|\n");
    for (int i = 0; i < info.labels().size(); i++) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %d | %s | %s |%n",
              cell(info.labels().get(i)),
              tracks.get(i),
              groups.get(i),
              FigureTable.share(figures.recall()[i]),
              FigureTable.share(figures.precision()[i])));
    }
    out.append("\n### Confusion, in tracks\n\n");
    out.append(
        FigureTable.confusion(
            info.labels().stream().map(LearnedCard::cell).toList(), figures.confusion()));
    out.append("\n![Confusion](confusion.png)\n\n![Calibration](reliability.png)\n\n");
    out.append("## Data and terms\n\n").append(info.data()).append(". ");
    out.append(info.terms()).append(".\n");
    return out.toString();
  }

  private double accuracy(List<Prediction> predictions) {
    return Figures.of(predictions, info.labels().size()).accuracy();
  }

  /** A label is whatever somebody typed into a tag. */
  private static String cell(String label) {
    return label.replace("|", "/").replaceAll("\\p{Cntrl}", " ");
  }
}
