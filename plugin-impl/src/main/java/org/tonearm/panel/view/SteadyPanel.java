package org.tonearm.panel.view;

import java.awt.Dimension;
import java.awt.LayoutManager;
import javax.swing.JPanel;

/**
 * A panel that asks for the same room whatever it shows, so that what changes in it is laid out
 * within it alone. Laying out all that is around it for each track would be felt.
 */
class SteadyPanel extends JPanel {
  private static final long serialVersionUID = 1L;

  private Dimension preferred;
  private Dimension minimum;

  SteadyPanel(LayoutManager layout) {
    super(layout);
  }

  @Override
  public final boolean isValidateRoot() {
    return true;
  }

  @Override
  public final Dimension getPreferredSize() {
    if (preferred == null) {
      preferred = super.getPreferredSize();
    }
    return new Dimension(preferred);
  }

  @Override
  public final Dimension getMinimumSize() {
    if (minimum == null) {
      minimum = super.getMinimumSize();
    }
    return new Dimension(minimum);
  }

  /** Another look may have other letters. */
  @Override
  public final void updateUI() {
    super.updateUI();
    preferred = null;
    minimum = null;
  }
}
