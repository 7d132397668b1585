package org.tonearm.model.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes figures as Markdown tables. */
public final class FigureTable {
  private FigureTable() {}

  /**
   * One row an entry: accuracy with spread, mean recall, calibration, precision at half.
   *
   * @param heading of the first column
   */
  public static String figures(String heading, Map<String, Figures> figures) {
    StringBuilder out = new StringBuilder();
    row(
        out,
        List.of(
            heading,
            "clips",
            "accuracy",
            "spread over folds",
            "mean recall",
            "calibration error",
            "precision at 50 % coverage"));
    rule(out, 7);
    figures.forEach(
        (name, f) ->
            row(
                out,
                List.of(
                    name,
                    String.valueOf(f.count()),
                    share(f.accuracy()),
                    share(f.spread()),
                    share(f.meanRecall()),
                    share(f.calibrationError()),
                    share(f.precisionAtHalf()))));
    return out.toString();
  }

  /**
   * One row a group (label or data set), one column a listener.
   *
   * @param heading of the first column
   * @param names groups in order
   * @param counts clips a group
   * @param columns listener to one value a group
   */
  public static String groups(
      String heading, List<String> names, int[] counts, Map<String, double[]> columns) {
    StringBuilder out = new StringBuilder();
    List<String> head = new ArrayList<>(List.of(heading, "clips"));
    head.addAll(columns.keySet());
    row(out, head);
    rule(out, head.size());
    for (int i = 0; i < names.size(); i++) {
      List<String> cells = new ArrayList<>(List.of(names.get(i), String.valueOf(counts[i])));
      for (double[] column : columns.values()) {
        cells.add(share(column[i]));
      }
      row(out, cells);
    }
    return out.toString();
  }

  /** A confusion matrix in clips; rows are the truth. */
  public static String confusion(List<String> labels, int[][] confusion) {
    StringBuilder out = new StringBuilder();
    List<String> head = new ArrayList<>(List.of("truth \\ told"));
    head.addAll(labels);
    row(out, head);
    rule(out, head.size());
    for (int i = 0; i < labels.size(); i++) {
      List<String> cells = new ArrayList<>(List.of(labels.get(i)));
      for (int value : confusion[i]) {
        cells.add(String.valueOf(value));
      }
      row(out, cells);
    }
    return out.toString();
  }

  /** A share with three digits; a dash where there is none. */
  public static String share(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static void row(StringBuilder out, List<String> cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static void rule(StringBuilder out, int columns) {
    out.append("|").append("---|".repeat(columns)).append("\n");
  }
}
