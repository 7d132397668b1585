package org.tonearm.model.suite.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tonearm.model.network.paper.PaperFigure;
import org.tonearm.model.suite.outcome.FitRecord;
import org.tonearm.model.suite.outcome.FoldRecord;

/** The cells of the table, for Markdown and CSV alike, and the table as Markdown. */
public final class PaperTable {
  private static final double MEBI = 1 << 20;

  private PaperTable() {}

  /** One row's cells, by the column's name, in order. */
  public static Map<String, String> cells(RowFigures row) {
    Map<String, String> cells = new LinkedHashMap<>();
    Share right = row.right();
    cells.put("row", row.info().id());
    cells.put("task", row.task());
    cells.put("source", row.info().source());
    cells.put("the paper's figures", paper(row.info().figures()));
    cells.put("held out by", row.info().split());
    cells.put("folds", String.valueOf(row.folds().size()));
    cells.put("tracks", String.valueOf(right.count()));
    cells.put("track accuracy %", percent(right.value()));
    cells.put("spread over folds", percent(right.spread()));
    cells.put("on fold 1 %", percent(row.onFirstFold()));
    cells.put("mean recall %", percent(row.meanRecall()));
    cells.put("told %", percent(row.told().value()));
    cells.put("heard by", row.folds().get(0).unit().isEmpty() ? "-" : row.folds().get(0).unit());
    cells.put("frame or piece accuracy %", percent(row.units()));
    cells.put("AUC", number("%.3f", row.area()));
    cells.put("parameters", number("%.0f", row.mean(FoldRecord::parameters)));
    cells.put(
        "epochs",
        row.epochs()
            + row.bestEpochs().map(best -> ", best " + best).orElse("")
            + (row.unconverged() ? ", not converged" : ""));
    cells.put("stop", row.stops());
    cells.put("CPU min a fold", number("%.1f", row.meanOfFits(FitRecord::cpuSeconds) / 60));
    cells.put("data used %", number("%.0f", 100 * row.meanOfFits(FitRecord::dataShare)));
    cells.put("s an epoch", number("%.1f", row.secondsPerEpoch()));
    cells.put("s an iteration", number("%.4f", row.secondsPerStep()));
    cells.put("ms per 30 s", number("%.1f", row.inferenceMillis()));
    cells.put("memory MiB", number("%.0f", row.peakBytes() / MEBI));
    cells.put("note", row.info().note());
    return cells;
  }

  /**
   * The whole page.
   *
   * @param title first line
   * @param notes lines below the table, each a sentence or more
   * @param rows in order; none gives a page without a table
   */
  public static String markdown(String title, List<String> notes, List<RowFigures> rows) {
    StringBuilder out = new StringBuilder("# ").append(title).append("\n\n");
    if (rows.isEmpty()) {
      return out.append("No row has been run yet.\n").toString();
    }
    table(out, rows.stream().map(PaperTable::cells).toList());
    out.append('\n');
    notes.forEach(note -> out.append("- ").append(note).append('\n'));
    rows.stream().map(RowFigures::task).distinct().forEach(task -> byDataset(out, task, rows));
    return out.toString();
  }

  private static void byDataset(StringBuilder out, String task, List<RowFigures> rows) {
    List<RowFigures> own = rows.stream().filter(r -> r.task().equals(task)).toList();
    TreeSet<String> sets =
        own.stream()
            .flatMap(r -> r.byDataset().keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    out.append("\n## Track accuracy by data set, ").append(task).append(", per cent\n\n");
    List<Map<String, String>> cells = new ArrayList<>();
    for (RowFigures row : own) {
      Map<String, Share> shares = row.byDataset();
      Map<String, String> line = new LinkedHashMap<>();
      line.put("row", row.info().id());
      for (String set : sets) {
        Share share = shares.get(set);
        line.put(set, share == null ? "-" : spread(share) + " of " + share.count());
      }
      cells.add(line);
    }
    table(out, cells);
  }

  /** A share in per cent with its spread over folds. */
  private static String spread(Share share) {
    return Double.isNaN(share.spread())
        ? percent(share.value())
        : percent(share.value()) + " ± " + percent(share.spread());
  }

  private static void table(StringBuilder out, List<Map<String, String>> rows) {
    List<String> head = List.copyOf(rows.get(0).keySet());
    line(out, head);
    out.append("|").append("---|".repeat(head.size())).append('\n');
    rows.forEach(row -> line(out, List.copyOf(row.values())));
  }

  private static void line(StringBuilder out, List<String> cells) {
    out.append("| ")
        .append(cells.stream().map(c -> c.replace("|", "\\|")).collect(Collectors.joining(" | ")))
        .append(" |\n");
  }

  private static String paper(List<PaperFigure> figures) {
    return figures.isEmpty()
        ? "none stated"
        : figures.stream()
            .map(f -> number("%.2f", f.percent()) + " " + f.what() + " (" + f.place() + ")")
            .collect(Collectors.joining("; "));
  }

  private static String percent(double share) {
    return number("%.1f", 100 * share);
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }
}
