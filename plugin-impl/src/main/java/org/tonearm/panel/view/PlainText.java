package org.tonearm.panel.view;

import java.util.function.Supplier;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTree;
import javax.swing.plaf.basic.BasicHTML;

/**
 * Shows text from files as it stands there. Swing takes what begins with {@code <html>} for a page,
 * and fetches the pictures that it names.
 */
public final class PlainText {
  private static final String NO_PAGES = "html.disable";

  private PlainText() {}

  /** Has a component show its texts as they are, those that come later. */
  public static <T extends JComponent> T in(T part) {
    part.putClientProperty(NO_PAGES, true);
    return part;
  }

  /** Has a box show its items as they are. */
  public static void cells(JComboBox<?> box) {
    cells(box, "renderer", box::getRenderer);
  }

  /** Has a list show its items as they are. */
  public static void cells(JList<?> list) {
    cells(list, "cellRenderer", list::getCellRenderer);
  }

  /** Has a tree show its nodes as they are. */
  public static void cells(JTree tree) {
    cells(tree, JTree.CELL_RENDERER_PROPERTY, tree::getCellRenderer);
  }

  /** The tip that shows a text as it is, in as many lines as it has. */
  public static String tip(String text) {
    return BasicHTML.isHTMLString(text) || text.contains("\n")
        ? "<html>" + escaped(text) + "</html>"
        : text;
  }

  /** A text as a page shows it as it is. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>");
  }

  /** Shows a page of Tonearm's own in a label that shows other texts as they are. */
  static void page(JLabel label, String html) {
    label.putClientProperty(NO_PAGES, null);
    label.setText(html);
    label.putClientProperty(NO_PAGES, true);
  }

  /** Another look brings other renderers. */
  private static void cells(JComponent part, String property, Supplier<Object> renderer) {
    mark(renderer.get());
    part.addPropertyChangeListener(property, event -> mark(renderer.get()));
  }

  private static void mark(Object renderer) {
    if (renderer instanceof JComponent cell) {
      in(cell);
    }
  }
}
