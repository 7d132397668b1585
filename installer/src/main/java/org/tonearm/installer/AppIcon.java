package org.tonearm.installer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Tonearm's icon: a record, and the arm above it. Drawn on a field of 256 by 256. */
public final class AppIcon {
  private static final double FIELD = 256;
  private static final Color GROUND = new Color(0x1D3557);
  private static final Color RECORD = new Color(0x11151C);
  private static final Color GROOVE = new Color(0x39424E);
  private static final Color LABEL = new Color(0xE76F51);
  private static final Color ARM = new Color(0xF1FAEE);

  private AppIcon() {}

  /**
   * As a PNG file.
   *
   * @param size of each side, in pixels
   */
  public static byte[] png(int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture(size), "png", bytes);
    return bytes.toByteArray();
  }

  /** For Windows: a file that holds one PNG picture of 256 pixels. */
  public static byte[] ico() throws IOException {
    byte[] png = png(256);
    ByteBuffer file = ByteBuffer.allocate(22 + png.length).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0).putShort((short) 1).putShort((short) 1);
    file.putInt(0).putShort((short) 1).putShort((short) 32).putInt(png.length).putInt(22);
    return file.put(png).array();
  }

  /** For macOS: a file that holds one PNG picture of 512 pixels. */
  public static byte[] icns() throws IOException {
    byte[] png = png(512);
    ByteBuffer file = ByteBuffer.allocate(16 + png.length);
    file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(16 + png.length);
    file.put("ic09".getBytes(StandardCharsets.US_ASCII)).putInt(8 + png.length);
    return file.put(png).array();
  }

  static BufferedImage picture(int size) {
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(size / FIELD, size / FIELD);
    g.setColor(GROUND);
    g.fill(new RoundRectangle2D.Double(8, 8, 240, 240, 56, 56));
    disc(g, RECORD, 112, 140, 92);
    g.setColor(GROOVE);
    g.setStroke(new BasicStroke(2));
    for (int radius = 46; radius <= 82; radius += 12) {
      g.draw(circle(112, 140, radius));
    }
    disc(g, LABEL, 112, 140, 32);
    disc(g, GROUND, 112, 140, 6);
    arm(g);
    g.dispose();
    return picture;
  }

  private static void arm(Graphics2D g) {
    Path2D arm = new Path2D.Double();
    arm.moveTo(212, 54);
    arm.lineTo(206, 140);
    arm.lineTo(166, 178);
    g.setColor(ARM);
    g.setStroke(new BasicStroke(11, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(arm);
    g.setStroke(new BasicStroke(19, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    Path2D head = new Path2D.Double();
    head.moveTo(172, 172);
    head.lineTo(150, 193);
    g.draw(head);
    disc(g, ARM, 212, 54, 20);
    disc(g, GROUND, 212, 54, 8);
  }

  private static void disc(Graphics2D g, Color color, double x, double y, double radius) {
    g.setColor(color);
    g.fill(circle(x, y, radius));
  }

  private static Ellipse2D circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
