package org.tonearm.standalone;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.tonearm.panel.artwork.PictureSource;

/** Covers of bands that no one ever heard of; one album in five has none. Reads no file. */
final class MadeUpCovers implements PictureSource {
  private static final int SIDE = 300;
  private static final int WITHOUT = 5;
  private static final int RINGS = 6;

  @Override
  public Optional<byte[]> picture(Path file) {
    int album = String.valueOf(file.getParent()).hashCode();
    if (Math.floorMod(album, WITHOUT) == 0) {
      return Optional.empty();
    }
    Random random = new Random(album);
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setPaint(new GradientPaint(0, 0, color(random), SIDE, SIDE, color(random)));
    g.fillRect(0, 0, SIDE, SIDE);
    int x = random.nextInt(SIDE);
    int y = random.nextInt(SIDE);
    g.setColor(color(random));
    for (int ring = 1; ring <= RINGS; ring++) {
      int r = ring * SIDE / RINGS / 2;
      g.drawOval(x - r, y - r, 2 * r, 2 * r);
    }
    g.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return Optional.of(out.toByteArray());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Color color(Random random) {
    return Color.getHSBColor(random.nextFloat(), 0.6f, 0.4f + 0.5f * random.nextFloat());
  }
}
