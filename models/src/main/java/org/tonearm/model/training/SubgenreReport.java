package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.tonearm.model.evaluation.FigureTable;
import org.tonearm.model.evaluation.Figures;
import org.tonearm.model.evaluation.Prediction;
import org.tonearm.model.verdict.Calibration;

/**
 * Figures of the kinds of one genre, on held-out clips.
 *
 * @param parent the genre
 * @param labels its kinds, in the order of the scores
 * @param scores of held-out clips of the genre; the truth is -1 where the kind is not one of these,
 *     or not known
 */
public record SubgenreReport(String parent, List<String> labels, List<ClipScores> scores) {
  private static final double RIGHT_WANTED = 0.75;

  /** Copies the lists. */
  public SubgenreReport {
    labels = List.copyOf(labels);
    scores = List.copyOf(scores);
  }

  /** Fitted on all held-out clips whose kind is known. */
  Calibration calibration() {
    List<HeldOut> known =
        scores.stream().map(ClipScores::heldOut).filter(s -> s.truth() >= 0).toList();
    return Calibration.fit(
        known.stream().map(s -> s.logProbabilities().get(Listeners.STATISTICS)).toList(),
        known.stream().map(HeldOut::truth).toList());
  }

  /** Calibrated by temperatures that were fitted on other folds. */
  List<Prediction> known() {
    return predictions().stream().filter(p -> p.truth() >= 0).toList();
  }

  private List<Prediction> others() {
    return predictions().stream().filter(p -> p.truth() < 0).toList();
  }

  private List<Prediction> predictions() {
    return Listeners.predictions(scores, Listeners.STATISTICS);
  }

  /** Figures over all clips whose kind is known. */
  public Figures figures() {
    return Figures.of(known(), labels.size());
  }

  /** Kinds whose clips all come from one data set: what tells them apart may be the set. */
  List<String> ofOneSource() {
    return labels.stream()
        .filter(
            label ->
                known().stream()
                        .filter(p -> p.truth() == labels.indexOf(label))
                        .map(Prediction::dataset)
                        .distinct()
                        .count()
                    == 1)
        .toList();
  }

  /** Clips whose kind occurs in several data sets. */
  private List<Prediction> ofSeveralSources() {
    List<String> one = ofOneSource();
    return known().stream().filter(p -> !one.contains(labels.get(p.truth()))).toList();
  }

  /**
   * The lowest probability from 0.30 on, in steps of 0.05, from which on what is told of held-out
   * clips is right often enough: of all, and of those whose kind is not of one source. Empty if
   * there is none.
   */
  public OptionalDouble threshold() {
    List<Prediction> hard = ofSeveralSources();
    return IntStream.range(6, 20)
        .mapToDouble(step -> step * 5 / 100.0)
        .filter(t -> right(known(), t) >= RIGHT_WANTED)
        .filter(t -> hard.isEmpty() || right(hard, t) >= RIGHT_WANTED)
        .findFirst();
  }

  private static List<Prediction> told(List<Prediction> clips, double threshold) {
    return clips.stream().filter(p -> p.confidence() >= threshold).toList();
  }

  /** Share that is right of what is told; not a number where nothing is. */
  private static double right(List<Prediction> clips, double threshold) {
    List<Prediction> told = told(clips, threshold);
    return told.isEmpty()
        ? Double.NaN
        : told.stream().filter(Prediction::right).count() / (double) told.size();
  }

  /** Right answers of a part of the labels, where no others may be told. */
  private double amongThemselves(List<Prediction> clips) {
    int[] own = clips.stream().mapToInt(Prediction::truth).distinct().toArray();
    long right =
        clips.stream()
            .filter(
                p ->
                    IntStream.of(own)
                        .allMatch(l -> p.probabilities()[l] <= p.probabilities()[p.truth()]))
            .count();
    return right / (double) clips.size();
  }

  /** Tables and sentences for the card. */
  public String markdown() {
    Figures figures = figures();
    List<Prediction> hard = ofSeveralSources();
    StringBuilder out = new StringBuilder();
    out.append("### Kinds of ").append(parent).append("\n\n");
    Map<String, Figures> bySet = new LinkedHashMap<>();
    bySet.put("all", figures);
    bySet.putAll(Figures.byDataset(known(), labels.size()));
    out.append(FigureTable.figures("data set", bySet)).append('\n');
    out.append(FigureTable.confusion(labels, figures.confusion())).append('\n');
    if (!ofOneSource().isEmpty()) {
      out.append("All clips of ").append(String.join(", ", ofOneSource()));
      out.append(
          " come from one source, which may be what is heard: their figures flatter, and so");
      out.append(" does the accuracy over all.");
      if (!hard.isEmpty()) {
        out.append(
            String.format(
                Locale.ROOT,
                " Of the %d other clips %.3f were told right among all kinds, and %.3f where only"
                    + " their own kinds were asked for.",
                hard.size(),
                hard.stream().filter(Prediction::right).count() / (double) hard.size(),
                amongThemselves(hard)));
      }
      out.append("\n\n");
    }
    thresholds(out, hard);
    return out.toString();
  }

  private void thresholds(StringBuilder out, List<Prediction> hard) {
    out.append("| threshold | told | right of those told | of kinds from several sources: told");
    out.append(" | right | clips of no such kind: told one |\n|---|---|---|---|---|---|\n");
    for (int step = 6; step < 20; step++) {
      double t = step * 0.05;
      List<String> cells = new ArrayList<>();
      cells.add(String.format(Locale.ROOT, "%.2f", t));
      for (List<Prediction> part : List.of(known(), hard)) {
        cells.add(share(part, t));
        cells.add(FigureTable.share(right(part, t)));
      }
      cells.add(share(others(), t));
      out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
    out.append('\n').append(rule()).append("\n\n");
  }

  private static String share(List<Prediction> clips, double threshold) {
    return FigureTable.share(
        clips.isEmpty() ? Double.NaN : told(clips, threshold).size() / (double) clips.size());
  }

  private String rule() {
    OptionalDouble threshold = threshold();
    String wanted =
        String.format(
            Locale.ROOT,
            "at which %.0f %% of what is told was right, over all and without the kinds of one"
                + " source",
            100 * RIGHT_WANTED);
    if (threshold.isEmpty()) {
      return "There is no step " + wanted + ": no kind is told.";
    }
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "Told from %.2f on: the lowest step %s. The probability is that of the kind, given that"
                + " the track is %s.",
            threshold.getAsDouble(),
            wanted,
            parent));
    List<Prediction> strangers = told(others(), threshold.getAsDouble());
    out.append(
        String.format(
            Locale.ROOT,
            " Of %d clips of another kind, or of none that is known, %d were told one of these:",
            others().size(),
            strangers.size()));
    for (int i = 0; i < labels.size(); i++) {
      int label = i;
      out.append(i == 0 ? " " : ", ").append(labels.get(i)).append(' ');
      out.append(strangers.stream().filter(p -> p.best() == label).count());
    }
    return out.append('.').toString();
  }
}
