package org.tonearm.panel.view.settings;

import java.awt.Color;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import javax.swing.border.EmptyBorder;

/** Text that wraps at the width there is, and can be marked and copied. */
final class Prose extends JTextArea {
  private static final long serialVersionUID = 1L;

  Prose(String text) {
    super(text);
    setEditable(false);
    setFocusable(false);
    setOpaque(false);
    setLineWrap(true);
    setWrapStyleWord(true);
    setBorder(new EmptyBorder(0, 0, 0, 0));
  }

  @Override
  public void updateUI() {
    super.updateUI();
    setFont(UIManager.getFont("Label.font"));
    setForeground(UIManager.getColor("Label.foreground"));
    setBackground(new Color(0, true));
    setBorder(new EmptyBorder(0, 0, 0, 0));
  }
}
