package org.tonearm.panel.view;

import java.util.List;
import javax.swing.table.AbstractTableModel;
import org.tonearm.panel.Texts;
import org.tonearm.panel.TrackRow;
import org.tonearm.panel.Tracks;

/** The tracks as a table, which asks for a row's values when it shows them. */
final class TrackTableModel extends AbstractTableModel {
  private static final long serialVersionUID = 1L;

  private final transient Tracks tracks;
  private final transient Texts texts;

  TrackTableModel(Tracks tracks, Texts texts) {
    this.tracks = tracks;
    this.texts = texts;
    tracks.listen(
        new Tracks.Listener() {
          @Override
          public void added(int first, int last) {
            fireTableRowsInserted(first, last);
          }

          @Override
          public void changed(int index) {
            fireTableRowsUpdated(index, index);
          }

          @Override
          public void changed(int[] indexes) {
            fireTableRowsUpdated(indexes[0], indexes[indexes.length - 1]);
          }
        });
  }

  TrackRow row(int index) {
    return tracks.row(index);
  }

  /** All rows; a copy. */
  List<TrackRow> rows() {
    return tracks.all();
  }

  @Override
  public int getRowCount() {
    return tracks.size();
  }

  @Override
  public int getColumnCount() {
    return TrackColumn.values().length;
  }

  @Override
  public String getColumnName(int column) {
    return texts.get(TrackColumn.values()[column].key);
  }

  @Override
  public Object getValueAt(int row, int column) {
    return TrackColumn.values()[column].value(tracks.row(row));
  }
}
