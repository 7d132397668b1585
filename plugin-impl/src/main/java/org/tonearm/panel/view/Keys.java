package org.tonearm.panel.view;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import javax.swing.AbstractAction;
import javax.swing.Action;

/** What keys do. */
final class Keys {
  private Keys() {}

  /** The modifier of the system's own shortcuts: Ctrl, or Cmd on a Mac. */
  static int menu() {
    return GraphicsEnvironment.isHeadless()
        ? InputEvent.CTRL_DOWN_MASK
        : Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
  }

  /** An action for a key. */
  static Action action(Runnable run) {
    return new AbstractAction() {
      private static final long serialVersionUID = 1L;

      @Override
      public void actionPerformed(ActionEvent event) {
        run.run();
      }
    };
  }
}
