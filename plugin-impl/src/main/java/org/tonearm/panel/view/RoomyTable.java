package org.tonearm.panel.view;

import javax.swing.JTable;
import javax.swing.table.TableModel;

/**
 * A table whose last column takes the room that is left; where there is none, it can be scrolled
 * sideways, and no column becomes too narrow to be read.
 */
final class RoomyTable extends JTable {
  private static final long serialVersionUID = 1L;

  RoomyTable(TableModel model) {
    super(model);
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return getParent() != null && getPreferredSize().width <= getParent().getWidth();
  }
}
