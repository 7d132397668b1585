package org.tonearm.panel.view.settings;

import javax.swing.JComponent;

/** Shows a value, and lets the user change it. Told of changes through its maker. */
interface SettingEditor {
  /** What is put into the row. */
  JComponent component();

  /** The part that takes the keyboard. */
  JComponent focus();

  /**
   * Shows a value, as it stands in the file or holds; may be wrong.
   *
   * @param raw a String, Long, Double, Boolean, or a List of them
   */
  void show(Object raw);
}
