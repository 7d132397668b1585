package org.tonearm.panel.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;
import org.tonearm.panel.Texts;

/**
 * A table that shows a list.
 *
 * @param <T> of what
 */
public final class ListTable<T> {
  private static final int ROW_SPACE = 8;

  /**
   * A column.
   *
   * @param <T> of what the list is
   * @param key of its name among the texts
   * @param width in pixels before scaling
   * @param value what it shows
   */
  public record Column<T>(String key, int width, Function<T, Object> value) {}

  private final Texts texts;
  private final List<Column<T>> columns;
  private final Model model = new Model();
  private final JTable table;
  private List<T> shown = List.of();

  /**
   * @param key of the table's name among the texts
   */
  public ListTable(Texts texts, String key, List<Column<T>> columns) {
    this.texts = texts;
    this.columns = List.copyOf(columns);
    this.table = new JTable(model);
    for (int i = 0; i < columns.size(); i++) {
      var column = table.getColumnModel().getColumn(i);
      column.setPreferredWidth(columns.get(i).width());
      column.setCellRenderer(TrackCells.text(texts));
    }
    table.setAutoResizeMode(JTable.AUTO_RESIZE_LAST_COLUMN);
    table.setFillsViewportHeight(true);
    table.setRowHeight(table.getFontMetrics(table.getFont()).getHeight() + ROW_SPACE);
    TrackCells.alignHead(table);
    new Controls(texts).name(table, key);
    table.setToolTipText(null);
    if (texts.has(key + ".tip")) {
      table.getAccessibleContext().setAccessibleDescription(texts.get(key + ".tip"));
    }
  }

  /** The table itself. */
  public JTable component() {
    return table;
  }

  /** Shows these in place of those before. */
  public void show(List<T> list) {
    shown = List.copyOf(list);
    model.fireTableDataChanged();
  }

  /** The selected row. */
  public Optional<T> selected() {
    int row = table.getSelectedRow();
    return row < 0 || row >= shown.size() ? Optional.empty() : Optional.of(shown.get(row));
  }

  private final class Model extends AbstractTableModel {
    private static final long serialVersionUID = 1L;

    @Override
    public int getRowCount() {
      return shown == null ? 0 : shown.size();
    }

    @Override
    public int getColumnCount() {
      return columns.size();
    }

    @Override
    public String getColumnName(int column) {
      return texts.get(columns.get(column).key());
    }

    @Override
    public Object getValueAt(int row, int column) {
      return columns.get(column).value().apply(shown.get(row));
    }
  }
}
