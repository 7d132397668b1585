package org.tonearm.panel.view;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JTable;
import javax.swing.table.TableColumn;
import org.tonearm.panel.Texts;
import org.tonearm.panel.TrackFilter;
import org.tonearm.panel.TrackRow;
import org.tonearm.panel.Tracks;
import org.tonearm.panel.artwork.Covers;

/** The table of tracks: sorted by a click on a column's head, filtered, with several selected. */
final class TrackTable implements AutoCloseable {
  private static final int ROW_SPACE = 12;
  private static final int COVER_EDGE = 2;
  private static final int COVERS_KEPT = 1000;
  private static final int COVER_SIDE = 48;

  private final TrackTableModel model;
  private final Tracks tracks;
  private final JTable table;
  private final TrackSorter sorter;
  private final Covers covers;

  /**
   * @param arranged told when other rows are shown
   */
  TrackTable(Tracks tracks, Texts texts, TrackMedia media, Runnable arranged) {
    this.tracks = tracks;
    this.model = new TrackTableModel(tracks, texts);
    this.table = new RoomyTable(model);
    this.sorter = new TrackSorter(model, media.screen(), arranged);
    this.covers =
        new Covers(media.pictures(), COVER_SIDE, COVERS_KEPT, media.screen(), this::repaintTitle);
    table.setRowHeight(table.getFontMetrics(table.getFont()).getHeight() + ROW_SPACE);
    TrackColumn[] columns = TrackColumn.values();
    for (int i = 0; i < columns.length; i++) {
      TableColumn shown = table.getColumnModel().getColumn(i);
      shown.setPreferredWidth(columns[i].width);
      if (columns[i] == TrackColumn.TITLE) {
        int side = table.getRowHeight() - 2 * COVER_EDGE;
        shown.setCellRenderer(TrackCells.titled(texts, side, row -> covers.of(path(row))));
      } else {
        shown.setCellRenderer(
            columns[i].isProbability() ? TrackCells.probability(texts) : TrackCells.text(texts));
      }
    }
    table.setRowSorter(sorter);
    table.setAutoResizeMode(JTable.AUTO_RESIZE_LAST_COLUMN);
    table.setFillsViewportHeight(true);
    TrackCells.alignHead(table);
    new Controls(texts).name(table, "library.table");
    // With the tip of the whole table, the cells' own would not show.
    table.setToolTipText(null);
    table.getAccessibleContext().setAccessibleDescription(texts.get("library.table.tip"));
  }

  JTable component() {
    return table;
  }

  /** Shows what passes, as soon as that is known. */
  void show(TrackFilter filter) {
    sorter.filter(filter);
  }

  /** The files of the selected rows, in the order in which they are shown. */
  List<Path> selected() {
    return Arrays.stream(table.getSelectedRows()).mapToObj(this::path).toList();
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

  @Override
  public void close() {
    sorter.close();
    covers.close();
  }

  private Path path(int row) {
    return model.row(table.convertRowIndexToModel(row)).path();
  }

  private void repaintTitle(Path file) {
    OptionalInt index = tracks.indexOf(file);
    int row = index.isPresent() ? sorter.convertRowIndexToView(index.getAsInt()) : -1;
    if (row >= 0 && row < table.getRowCount()) {
      int column = table.convertColumnIndexToView(TrackColumn.TITLE.index());
      table.repaint(table.getCellRect(row, column, false));
    }
  }
}
