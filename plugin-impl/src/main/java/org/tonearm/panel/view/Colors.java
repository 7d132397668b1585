package org.tonearm.panel.view;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.UIManager;

/**
 * Colours of drawings, by the look in use. Never the only signal: what they tell apart differs in
 * shape or dashes too.
 */
public final class Colors {
  private static final int MIDDLE = 3 * 128;

  /** Told apart by people with red-green blindness as well (Okabe and Ito's set, less yellow). */
  private static final List<Color> SET =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9));

  private Colors() {}

  /** One of six, told apart by people with red-green blindness as well. */
  public static Color of(int index) {
    Color color = SET.get(Math.floorMod(index, SET.size()));
    return dark() ? color.brighter() : color;
  }

  /** All of the set, in its order. */
  static List<Color> all() {
    return IntStream.range(0, SET.size()).mapToObj(Colors::of).toList();
  }

  /** Of letters. */
  public static Color text() {
    return color("Label.foreground", Color.BLACK);
  }

  /** Behind drawings. */
  public static Color ground() {
    return color("Table.background", Color.WHITE);
  }

  /** A host's look may not name the colour. */
  private static Color color(String key, Color other) {
    Color color = UIManager.getColor(key);
    return color == null ? other : color;
  }

  private static boolean dark() {
    Color ground = ground();
    return ground.getRed() + ground.getGreen() + ground.getBlue() < MIDDLE;
  }

  /** Between ground and text, nearer to the ground. */
  public static Color faint() {
    Color text = text();
    Color ground = ground();
    return new Color(
        (text.getRed() + 3 * ground.getRed()) / 4,
        (text.getGreen() + 3 * ground.getGreen()) / 4,
        (text.getBlue() + 3 * ground.getBlue()) / 4);
  }
}
