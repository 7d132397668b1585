package org.tonearm.panel.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;

/**
 * Colours and letters of the look in use, taken on the event thread, so that a map can be drawn on
 * any other.
 *
 * @param font of all words
 * @param metrics of that font
 * @param text colour of words
 * @param faint colour of lines
 * @param ground colour behind all
 * @param colors of genres
 */
record MapInk(
    Font font, FontMetrics metrics, Color text, Color faint, Color ground, List<Color> colors) {

  /** As a component has it now. */
  static MapInk of(JComponent component) {
    Font font = new JLabel().getFont();
    return new MapInk(
        font,
        component.getFontMetrics(font),
        Colors.text(),
        Colors.faint(),
        Colors.ground(),
        Colors.all());
  }

  /** Whether both draw the same. */
  boolean same(MapInk other) {
    return font.equals(other.font) && text.equals(other.text) && ground.equals(other.ground);
  }

  /** How wide the list of genres is beside the map, in pixels. */
  int legendWidth() {
    return 14 * metrics.charWidth('n') + 2 * MapDrawing.LEGEND_MARK;
  }
}
