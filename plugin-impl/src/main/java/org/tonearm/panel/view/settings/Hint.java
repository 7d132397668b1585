package org.tonearm.panel.view.settings;

import javax.swing.JLabel;

/** What a setting is for, in small letters, quieter than its name but easy to read. */
final class Hint extends JLabel {
  private static final long serialVersionUID = 1L;

  Hint(String text) {
    super(text);
    // Known to FlatLaf only; the look of another program has its own letters.
    putClientProperty("FlatLaf.styleClass", "small");
    putClientProperty("FlatLaf.style", "foreground: mix(@foreground,@background,72%)");
  }
}
