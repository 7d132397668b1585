package org.tonearm.panel.view;

import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import javax.swing.JComponent;

/**
 * Paints a component anew when it gains or loses the focus.
 *
 * @param component which
 */
record Repainting(JComponent component) implements FocusListener {
  @Override
  public void focusGained(FocusEvent event) {
    component.repaint();
  }

  @Override
  public void focusLost(FocusEvent event) {
    component.repaint();
  }
}
