package org.tonearm.panel.view;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javax.swing.Icon;
import org.tonearm.panel.artwork.Cover;

/**
 * A cover in a square; the square stays empty where there is none. Confined to the event thread.
 */
final class CoverIcon implements Icon {
  private final int side;
  private Cover cover = Cover.NONE;

  /**
   * @param side in pixels before scaling
   */
  CoverIcon(int side) {
    this.side = side;
  }

  void show(Cover shown) {
    cover = shown;
  }

  @Override
  public void paintIcon(Component component, Graphics graphics, int x, int y) {
    if (cover.image().isEmpty()) {
      return;
    }
    BufferedImage image = cover.image().get();
    double scale = (double) side / Math.max(image.getWidth(), image.getHeight());
    int width = (int) Math.round(scale * image.getWidth());
    int height = (int) Math.round(scale * image.getHeight());
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(image, x + (side - width) / 2, y + (side - height) / 2, width, height, null);
    g.dispose();
  }

  @Override
  public int getIconWidth() {
    return side;
  }

  @Override
  public int getIconHeight() {
    return side;
  }
}
