package org.tonearm.panel.view;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Insets;
import javax.swing.JPanel;

/** Controls beside each other, in as many lines as the width of the window asks for. */
final class WrappingRow extends JPanel {
  private static final long serialVersionUID = 1L;

  private final int gap;

  WrappingRow(int gap, Component... controls) {
    super(new FlowLayout(FlowLayout.LEADING, gap, gap / 2));
    this.gap = gap;
    for (Component control : controls) {
      add(control);
    }
  }

  @Override
  public Dimension getPreferredSize() {
    if (isPreferredSizeSet() || getParent() == null || getParent().getWidth() <= 0) {
      return super.getPreferredSize();
    }
    Insets around = getParent().getInsets();
    int width = getParent().getWidth() - around.left - around.right;
    int x = gap;
    int line = 0;
    int height = gap / 2;
    for (Component control : getComponents()) {
      if (control.isVisible()) {
        Dimension size = control.getPreferredSize();
        if (x > gap && x + size.width + gap > width) {
          height += line + gap / 2;
          x = gap;
          line = 0;
        }
        x += size.width + gap;
        line = Math.max(line, size.height);
      }
    }
    return new Dimension(width, height + line + gap / 2);
  }

  /** Else a line of controls would keep a window from becoming narrow. */
  @Override
  public Dimension getMinimumSize() {
    return new Dimension(0, getPreferredSize().height);
  }
}
