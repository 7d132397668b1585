package org.tonearm.panel.view;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import javax.swing.LookAndFeel;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;

/**
 * Sets the look of a program whose windows are Tonearm's own. A panel within another program's
 * window takes that program's look, and leaves it alone.
 */
public final class Appearance {
  private Appearance() {}

  /** Sets the look, also of windows that are there. On the event thread. */
  public static void set(Theme theme) {
    set(dark(theme));
  }

  /** Whether a theme is dark now; for the system's, some milliseconds. On any thread. */
  static boolean dark(Theme theme) {
    return theme == Theme.DARK
        || (theme == Theme.SYSTEM && DesktopTheme.dark(System.getProperty("os.name")));
  }

  static void set(boolean dark) {
    if (UIManager.getLookAndFeel() instanceof FlatLaf now && now.isDark() == dark) {
      return;
    }
    LookAndFeel look = dark ? new FlatDarkLaf() : new FlatLightLaf();
    try {
      UIManager.setLookAndFeel(look);
    } catch (UnsupportedLookAndFeelException e) {
      throw new IllegalStateException("this Java has no look for windows", e);
    }
    FlatLaf.updateUI();
  }
}
