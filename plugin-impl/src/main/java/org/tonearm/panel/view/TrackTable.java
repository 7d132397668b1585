package org.tonearm.panel.view;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.JTable;
import javax.swing.RowFilter;
import javax.swing.table.TableColumn;
import javax.swing.table.TableRowSorter;
import org.tonearm.panel.Texts;
import org.tonearm.panel.TrackFilter;
import org.tonearm.panel.TrackRow;
import org.tonearm.panel.Tracks;

/** The table of tracks: sorted by a click on a column's head, filtered, with several selected. */
final class TrackTable {
  private static final int ROW_SPACE = 8;

  private final TrackTableModel model;
  private final JTable table;
  private final TableRowSorter<TrackTableModel> sorter;

  TrackTable(Tracks tracks, Texts texts) {
    this.model = new TrackTableModel(tracks, texts);
    this.table = new JTable(model);
    this.sorter = new TableRowSorter<>(model);
    TrackColumn[] columns = TrackColumn.values();
    for (int i = 0; i < columns.length; i++) {
      TrackColumn column = columns[i];
      sorter.setComparator(i, column.order());
      TableColumn shown = table.getColumnModel().getColumn(i);
      shown.setPreferredWidth(column.width);
      shown.setCellRenderer(
          column.isProbability() ? TrackCells.probability(texts) : TrackCells.text(texts));
    }
    table.setRowSorter(sorter);
    table.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
    table.setFillsViewportHeight(true);
    table.setRowHeight(table.getFontMetrics(table.getFont()).getHeight() + ROW_SPACE);
    new Controls(texts).name(table, "library.table");
    // With the tip of the whole table, the cells' own would not show.
    table.setToolTipText(null);
  }

  JTable component() {
    return table;
  }

  /** Shows what passes. */
  void show(TrackFilter filter) {
    sorter.setRowFilter(
        filter.equals(TrackFilter.ALL)
            ? null
            : new RowFilter<TrackTableModel, Integer>() {
              @Override
              public boolean include(Entry<? extends TrackTableModel, ? extends Integer> entry) {
                return filter.test(entry.getModel().row(entry.getIdentifier()));
              }
            });
  }

  /** The files of the selected rows, in the order in which they are shown. */
  List<Path> selected() {
    return Arrays.stream(table.getSelectedRows())
        .mapToObj(row -> model.row(table.convertRowIndexToModel(row)).path())
        .toList();
  }

  /** The row that leads the selection. */
  Optional<TrackRow> lead() {
    int row = table.getSelectedRow();
    return row < 0 ? Optional.empty() : Optional.of(model.row(table.convertRowIndexToModel(row)));
  }

  /** Goes to the row after the selected ones, if there is one. */
  void next() {
    int[] rows = table.getSelectedRows();
    int next = rows.length == 0 ? 0 : rows[rows.length - 1] + 1;
    if (next < table.getRowCount()) {
      table.setRowSelectionInterval(next, next);
      table.scrollRectToVisible(table.getCellRect(next, 0, true));
    }
  }
}
