package org.tonearm.panel.view;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;

/**
 * Controls beside each other, in as many lines as the width of the window asks for. The first of
 * each line stands at the edge.
 */
final class WrappingRow extends JPanel {
  private static final long serialVersionUID = 1L;

  private int laidOut;

  /**
   * @param margin what is left free beside the row in what holds it, on both sides together
   */
  WrappingRow(int margin, Component... controls) {
    super(new Lines(margin));
    for (Component control : controls) {
      add(control);
    }
  }

  /** Else a line of controls would keep a window from becoming narrow. */
  @Override
  public Dimension getMinimumSize() {
    return new Dimension(0, getPreferredSize().height);
  }

  /** With another width the row may ask for another height, which its holder could not know. */
  @Override
  public void doLayout() {
    super.doLayout();
    if (getWidth() != laidOut) {
      laidOut = getWidth();
      if (getPreferredSize().height != getHeight()) {
        revalidate();
      }
    }
  }

  private record Lines(int margin) implements LayoutManager {
    @Override
    public void addLayoutComponent(String name, Component component) {}

    @Override
    public void removeLayoutComponent(Component component) {}

    @Override
    public Dimension preferredLayoutSize(Container row) {
      Container parent = row.getParent();
      int width = parent == null ? 0 : parent.getWidth() - margin;
      // Before it is laid out, what holds it is asked how much room there will be.
      return place(row, row.getWidth() > 0 ? row.getWidth() : width, false);
    }

    @Override
    public Dimension minimumLayoutSize(Container row) {
      return preferredLayoutSize(row);
    }

    @Override
    public void layoutContainer(Container row) {
      place(row, row.getWidth(), true);
    }

    /**
     * Puts the controls into lines.
     *
     * @param width of a line; 0 or less for one that is as long as need be
     * @param really whether they are put there, not only measured
     */
    private static Dimension place(Container row, int width, boolean really) {
      List<Component> line = new ArrayList<>();
      int x = 0;
      int y = 0;
      int widest = 0;
      for (Component control : row.getComponents()) {
        if (control.isVisible()) {
          int more = control.getPreferredSize().width;
          if (x > 0 && width > 0 && x + more > width) {
            y += finish(line, y, really) + Gaps.NEAR;
            x = 0;
          }
          line.add(control);
          x += more + Gaps.BETWEEN;
          widest = Math.max(widest, x - Gaps.BETWEEN);
        }
      }
      return new Dimension(widest, y + finish(line, y, really));
    }

    /** A line is as high as the highest control; the others stand in its middle. */
    private static int finish(List<Component> line, int y, boolean really) {
      int height = line.stream().mapToInt(part -> part.getPreferredSize().height).max().orElse(0);
      int x = 0;
      for (Component control : line) {
        Dimension size = control.getPreferredSize();
        if (really) {
          control.setBounds(x, y + (height - size.height) / 2, size.width, size.height);
        }
        x += size.width + Gaps.BETWEEN;
      }
      line.clear();
      return height;
    }
  }
}
