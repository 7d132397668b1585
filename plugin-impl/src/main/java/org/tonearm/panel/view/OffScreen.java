package org.tonearm.panel.view;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;

/** Paints a component without a screen. */
public final class OffScreen {
  private OffScreen() {}

  /** The component as it looks at a size. On the event thread. */
  public static BufferedImage picture(JComponent component, Dimension size) {
    component.setSize(size);
    component.addNotify();
    layOut(component);
    // Split panes settle when what is in them has a size.
    layOut(component);
    BufferedImage image = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    component.paint(graphics);
    graphics.dispose();
    // Else it would take itself for shown, and look for its place on a screen.
    component.removeNotify();
    return image;
  }

  /** Gives a component that is not on a screen, and all within it, their places. */
  public static void layOut(Component component) {
    if (component instanceof Container container) {
      container.doLayout();
      for (Component child : container.getComponents()) {
        layOut(child);
      }
    }
  }
}
