package org.tonearm.panel.view.settings;

import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/**
 * A page of rows: label, value, reset; what is to be said of a row stands below it. As wide as
 * there is room, as high as it needs.
 */
final class Page extends JPanel implements Scrollable {
  private static final long serialVersionUID = 1L;
  private static final int STEP = 24;

  Page(String name) {
    super(
        new MigLayout(
            "insets 4 8 16 12, wrap 3, fillx, hidemode 3",
            "[190::, right]10[220::, grow, fill]6[]",
            "[]2[]"));
    setName(name);
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return STEP;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return orientation == SwingConstants.VERTICAL ? visible.height : visible.width;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return false;
  }
}
