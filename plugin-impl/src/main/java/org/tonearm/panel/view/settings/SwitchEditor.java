package org.tonearm.panel.view.settings;

import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComponent;

/** Yes or no. */
final class SwitchEditor implements SettingEditor {
  private final JCheckBox box;

  SwitchEditor(String name, Consumer<Object> changed) {
    box = new JCheckBox(name);
    box.addActionListener(event -> changed.accept(box.isSelected()));
  }

  @Override
  public JComponent component() {
    return box;
  }

  @Override
  public JComponent focus() {
    return box;
  }

  @Override
  public void show(Object raw) {
    box.setSelected(Boolean.TRUE.equals(raw));
  }
}
