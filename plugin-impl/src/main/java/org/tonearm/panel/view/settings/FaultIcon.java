package org.tonearm.panel.view.settings;

import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import javax.swing.Icon;

/** A triangle with an exclamation mark, as large as the letters beside it. */
final class FaultIcon implements Icon {
  private final int size;

  FaultIcon(int size) {
    this.size = size;
  }

  @Override
  public void paintIcon(Component component, Graphics graphics, int x, int y) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.translate(x, y);
    g.setColor(component.getForeground());
    g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(size / 2.0, 1);
    triangle.lineTo(size - 1.0, size - 1.5);
    triangle.lineTo(1, size - 1.5);
    triangle.closePath();
    g.draw(triangle);
    g.drawLine(size / 2, (int) (size * 0.4), size / 2, (int) (size * 0.62));
    g.drawLine(size / 2, (int) (size * 0.77), size / 2, (int) (size * 0.78));
    g.dispose();
  }

  @Override
  public int getIconWidth() {
    return size;
  }

  @Override
  public int getIconHeight() {
    return size;
  }
}
