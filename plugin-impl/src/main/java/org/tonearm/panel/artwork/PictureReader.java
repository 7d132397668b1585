package org.tonearm.panel.artwork;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Makes a small image of a picture's bytes. Of a large picture only every so many rows and columns
 * are kept while it is read, so that its size in memory is that of what is shown. Thread-safe.
 */
public final class PictureReader {
  /** Readers keep a row or more of this length whatever they skip. */
  private static final int LONGEST_SIDE = 65_500;

  /** A progressive JPEG is held whole, outside Java's memory, while it is read: 6 bytes a pixel. */
  private static final long MOST_PIXELS = 64_000_000;

  /**
   * Reads a picture.
   *
   * @param bytes JPEG, PNG, GIF or BMP
   * @param side of the square in pixels that the image fills in one direction, and fits in the
   *     other
   * @return {@link Cover#UNREADABLE} for bytes that are no picture, for damaged ones, and for a
   *     picture of more than 64 million pixels
   */
  public Cover read(byte[] bytes, int side) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Cover.UNREADABLE;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return read(reader, side);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      // Readers trust what a damaged picture states, and fail in every way there is.
      return Cover.UNREADABLE;
    }
  }

  private static Cover read(ImageReader reader, int side) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (Math.max(width, height) > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
      return Cover.UNREADABLE;
    }
    // Twice as fine as needed, so that there is something left to smooth.
    int step = Math.max(1, Math.max(width, height) / (2 * side));
    ImageReadParam parameters = reader.getDefaultReadParam();
    parameters.setSourceSubsampling(step, step, 0, 0);
    return Cover.of(fitted(reader.read(0, parameters), side));
  }

  private static BufferedImage fitted(BufferedImage image, int side) {
    double scale = (double) side / Math.max(image.getWidth(), image.getHeight());
    int width = Math.max(1, (int) Math.round(scale * image.getWidth()));
    int height = Math.max(1, (int) Math.round(scale * image.getHeight()));
    BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = fitted.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    return fitted;
  }
}
