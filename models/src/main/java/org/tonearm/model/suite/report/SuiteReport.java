package org.tonearm.model.suite.report;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The table of all rows that have been run.
 *
 * @param title first line
 * @param notes lines below the table
 * @param rows in order
 */
public record SuiteReport(String title, List<String> notes, List<RowFigures> rows) {
  /** Copies the lists. */
  public SuiteReport {
    notes = List.copyOf(notes);
    rows = List.copyOf(rows);
  }

  /** The table as Markdown. */
  public String markdown() {
    return PaperTable.markdown(title, notes, rows);
  }

  /**
   * Writes {@code papers.md}, {@code papers.csv}, {@code papers.png} and {@code
   * confusion-TASK-ROW.csv} for each row.
   *
   * @param folder made if missing
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("papers.md"), markdown());
    if (rows.isEmpty()) {
      return;
    }
    List<Map<String, String>> cells = rows.stream().map(PaperTable::cells).toList();
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.copyOf(cells.get(0).keySet()));
    cells.forEach(row -> lines.add(List.copyOf(row.values())));
    csv(folder.resolve("papers.csv"), lines);
    for (RowFigures row : rows) {
      String name = "confusion-" + row.task() + "-" + row.info().id() + ".csv";
      csv(folder.resolve(name), confusion(row));
    }
    PaperChart.draw(folder.resolve("papers.png"), title, rows);
  }

  private static List<List<String>> confusion(RowFigures row) {
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("truth"));
    head.addAll(row.labels());
    head.add("no verdict");
    lines.add(head);
    int[][] counts = row.confusion();
    for (int c = 0; c < counts.length; c++) {
      List<String> line = new ArrayList<>(List.of(row.labels().get(c)));
      for (int count : counts[c]) {
        line.add(String.valueOf(count));
      }
      lines.add(line);
    }
    return lines;
  }

  private static void csv(Path file, List<List<String>> lines) throws IOException {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      for (List<String> line : lines) {
        printer.printRecord(line);
      }
    }
    Files.writeString(file, text.toString());
  }
}
