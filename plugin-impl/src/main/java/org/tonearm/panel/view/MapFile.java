package org.tonearm.panel.view;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.tonearm.panel.Session;
import org.tonearm.panel.Texts;

/** The mood map as a file: SVG where its name ends so, else PNG. */
final class MapFile {
  /** Pixels of a PNG for one of the screen's, so that it can be printed. */
  private static final int SCALE = 2;

  private final Texts texts;

  MapFile(Texts texts) {
    this.texts = texts;
  }

  /** Takes the map as it is now; writes it later, on any thread. On the event thread. */
  Session.Saving of(MoodMap map, Path file) {
    int width = map.getWidth();
    int height = map.getHeight();
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".svg")) {
      Consumer<MapPaper> drawing = map.snapshot(true);
      int size = map.getFont().getSize();
      return target -> svg(target, drawing, width, height, size);
    }
    BufferedImage image =
        new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(SCALE, SCALE);
    g.setFont(map.getFont());
    map.snapshot(false).accept(new ScreenPaper(g, SCALE));
    g.dispose();
    return target -> png(target, image);
  }

  private static void png(Path target, BufferedImage image) throws IOException {
    if (!ImageIO.write(image, "png", target.toFile())) {
      throw new IOException("this Java can't write PNG");
    }
  }

  private void svg(Path target, Consumer<MapPaper> drawing, int width, int height, int font)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target));
        SvgPaper paper = new SvgPaper(out, width, height, texts.get("map"), font)) {
      drawing.accept(paper);
    } catch (SvgPaper.SvgException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
