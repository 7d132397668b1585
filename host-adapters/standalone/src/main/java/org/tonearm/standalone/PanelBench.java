package org.tonearm.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.swing.JComboBox;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.tonearm.panel.Decision;
import org.tonearm.panel.Session;
import org.tonearm.panel.TrackRow;
import org.tonearm.standalone.bench.EventTimes;
import org.tonearm.standalone.bench.StepFigures;

/** {@code tonearm bench panel}: how long the panel's views keep the event thread from painting. */
final class PanelBench {
  private static final int NOTCHES = 300;
  private static final int NOTCH_ROWS = 3;
  private static final int JUMPS = 100;
  private static final int ARROWS = 100;
  private static final List<String> SEARCHES =
      List.of("late tide", "velvet jazz", "northern", "happy garden");
  private static final List<Integer> SURE = List.of(20, 40, 60, 80, 90, 50, 0);

  private final Workplace workplace;
  private final boolean json;
  private final List<StepFigures> figures = new ArrayList<>();

  PanelBench(Workplace workplace, boolean json) {
    this.workplace = workplace;
    this.json = json;
  }

  /**
   * Fills the views with made-up tracks, does to them what users do, and prints the figures.
   *
   * @param rows of the table
   * @param points on the mood map
   */
  int run(int rows, int points) throws InterruptedException, JsonProcessingException {
    try (EventTimes times = EventTimes.begin()) {
      say("Making up %,d tracks …", rows);
      try (PanelOnBench panel = PanelOnBench.over(new MadeUpLibrary(2).tracks(rows), times)) {
        say(panel.shown() ? "In a window …" : "There is no screen: painting into an image …");
        figures.add(panel.fill());
        scroll(panel);
        narrow(panel);
        sort(panel);
        decide(panel);
      }
      say("The mood map of %,d tracks …", points);
      try (PanelOnBench panel = PanelOnBench.over(new MadeUpLibrary(2).tracks(points), times)) {
        panel.fill();
        figures.addAll(new MapBench(panel).run());
      }
    }
    show();
    return ExitCode.GOOD;
  }

  private void scroll(PanelOnBench panel) throws InterruptedException {
    JTable table = panel.part("library.table", JTable.class);
    JScrollPane pane = (JScrollPane) SwingUtilities.getAncestorOfClass(JScrollPane.class, table);
    JScrollBar bar = pane.getVerticalScrollBar();
    List<Runnable> wheel = new ArrayList<>();
    for (int i = 0; i < NOTCHES; i++) {
      wheel.add(() -> bar.setValue(bar.getValue() + NOTCH_ROWS * table.getRowHeight()));
    }
    figures.add(panel.step("scroll by the wheel", wheel, false));
    Random random = new Random(1);
    List<Runnable> jumps = new ArrayList<>();
    for (int i = 0; i < JUMPS; i++) {
      jumps.add(() -> bar.setValue((int) (random.nextDouble() * bar.getMaximum())));
    }
    figures.add(panel.step("drag the scroll bar", jumps, false));
    List<Runnable> arrows = new ArrayList<>();
    for (int i = 0; i < ARROWS; i++) {
      int row = i;
      arrows.add(
          () -> {
            table.setRowSelectionInterval(row, row);
            table.scrollRectToVisible(table.getCellRect(row, 0, true));
          });
    }
    figures.add(panel.step("select the next track", arrows, false));
  }

  private void narrow(PanelOnBench panel) throws InterruptedException {
    JTextField search = panel.part("library.search", JTextField.class);
    List<Runnable> letters = new ArrayList<>();
    for (String words : SEARCHES) {
      for (int to = 1; to <= words.length(); to++) {
        String typed = words.substring(0, to);
        if (!typed.endsWith(" ")) {
          letters.add(() -> search.setText(typed));
        }
      }
    }
    letters.add(() -> search.setText(""));
    figures.add(panel.step("type into the search", letters, true));
    JComboBox<?> kind = panel.part("library.kind", JComboBox.class);
    JComboBox<?> label = panel.part("filter.label", JComboBox.class);
    JSpinner least = panel.part("filter.least", JSpinner.class);
    List<Runnable> filters = new ArrayList<>();
    for (JComboBox<?> box : List.of(kind, label)) {
      for (int i = 1; i <= Math.min(5, box.getItemCount() - 1); i++) {
        int item = i;
        filters.add(() -> box.setSelectedIndex(item));
      }
      filters.add(() -> box.setSelectedIndex(0));
    }
    SURE.forEach(percent -> filters.add(() -> least.setValue(percent)));
    figures.add(panel.step("filter", filters, true));
  }

  private void sort(PanelOnBench panel) throws InterruptedException {
    JTable table = panel.part("library.table", JTable.class);
    List<Runnable> clicks = new ArrayList<>();
    for (int i = 0; i < 3 * table.getColumnCount(); i++) {
      int column = i / 3;
      clicks.add(() -> table.getRowSorter().toggleSortOrder(column));
    }
    figures.add(panel.step("sort by a column", clicks, true));
  }

  private void decide(PanelOnBench panel) throws InterruptedException {
    Session session = panel.view().session();
    JTable table = panel.part("library.table", JTable.class);
    List<Runnable> all = new ArrayList<>();
    all.add(table::selectAll);
    for (Decision decision : List.of(Decision.ACCEPTED, Decision.REJECTED, Decision.OPEN)) {
      all.add(
          () ->
              session.decide(
                  session.tracks().all().stream().map(TrackRow::path).toList(), decision));
    }
    all.add(table::clearSelection);
    figures.add(panel.step("decide on all tracks", all, false));
  }

  private void show() throws JsonProcessingException {
    if (json) {
      workplace.terminal().out().println(new ObjectMapper().writeValueAsString(figures));
      return;
    }
    workplace
        .terminal()
        .out()
        .println(
            "step                   times  p50 ms  p95 ms  p99 ms  max ms  CPU p99  CPU max  shown after ms");
    for (StepFigures row : figures) {
      workplace
          .terminal()
          .out()
          .printf(
              Locale.ROOT,
              "%-22s %5d %7.1f %7.1f %7.1f %7.1f %8.1f %8.1f %15s%n",
              row.step(),
              row.times(),
              row.median(),
              row.p95(),
              row.p99(),
              row.most(),
              row.cpuP99(),
              row.cpuMost(),
              row.shownAfter() > 0 ? String.format(Locale.ROOT, "%.0f", row.shownAfter()) : "");
    }
  }

  private void say(String words, Object... values) {
    workplace.terminal().err().println(String.format(Locale.ROOT, words, values));
  }
}
