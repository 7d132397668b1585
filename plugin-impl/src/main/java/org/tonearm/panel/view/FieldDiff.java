package org.tonearm.panel.view;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.panel.Texts;
import org.tonearm.panel.TrackRow;

/**
 * The selected track's fields before and after: those that are heard, and whatever else would
 * change.
 */
final class FieldDiff {
  private static final int LEAST_WIDTH = 300;
  private static final int LINES = 2;

  private final Texts texts;
  private final ListTable<Line> lines;
  private final JScrollPane pane;

  /**
   * A field.
   *
   * @param before as it stands in the file
   * @param after as it would stand there
   */
  private record Line(String field, String before, String after, String why) {}

  FieldDiff(Texts texts) {
    this.texts = texts;
    this.lines =
        new ListTable<>(
            texts,
            "review.fields",
            List.of(
                new ListTable.Column<>("diff.field", 90, Line::field),
                new ListTable.Column<>("diff.before", 100, Line::before),
                new ListTable.Column<>("diff.after", 130, Line::after),
                new ListTable.Column<>("diff.why", 180, Line::why)));
    JTable table = lines.component();
    for (int column = 0; column < table.getColumnCount(); column++) {
      table.getColumnModel().getColumn(column).setCellRenderer(TrackCells.wrapped(texts));
    }
    int line = table.getFontMetrics(table.getFont()).getHeight();
    table.setRowHeight(LINES * line + Gaps.NEAR);
    this.pane = new JScrollPane(table);
    pane.setMinimumSize(new Dimension(LEAST_WIDTH, 0));
    pane.setPreferredSize(
        new Dimension(LEAST_WIDTH, TagField.values().length * table.getRowHeight() + 2 * line));
  }

  JComponent component() {
    return pane;
  }

  /** Shows a track, or nothing. */
  void show(Optional<TrackRow> selected) {
    lines.show(selected.map(this::lines).orElse(List.of()));
  }

  private List<Line> lines(TrackRow row) {
    List<Line> shown = new ArrayList<>();
    for (TagField field : TagField.values()) {
      Optional<FieldChange> change = row.change(field);
      String name = texts.get("field." + field.word());
      if (change.isPresent()) {
        FieldChange planned = change.get();
        shown.add(
            new Line(
                name,
                values(planned.before()),
                values(planned.after()),
                texts.engine().part(planned.reason())));
      } else if (TagField.heard().contains(field)) {
        List<String> current = row.file().current().getOrDefault(field, List.of());
        shown.add(new Line(name, values(current), texts.get("diff.same"), silence(row, field)));
      }
    }
    return shown;
  }

  private String values(List<String> values) {
    return values.isEmpty() ? texts.get("review.none") : String.join(", ", values);
  }

  private String silence(TrackRow row, TagField field) {
    return row.verdict(field)
        .map(v -> texts.get(v.abstained() ? "abstained." + v.abstention() : "review.good"))
        .orElse(texts.get("review.unheard"));
  }
}
