package org.tonearm.panel.view.settings;

import java.awt.Component;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;

/** One of some words. */
final class ChoiceEditor implements SettingEditor {
  private final JComboBox<String> box = new JComboBox<>();
  private boolean showing;

  /**
   * @param words as they stand in the file
   * @param names of the words, for the user
   */
  ChoiceEditor(List<String> words, UnaryOperator<String> names, Consumer<Object> changed) {
    words.forEach(box::addItem);
    box.setRenderer(
        new DefaultListCellRenderer() {
          private static final long serialVersionUID = 1L;

          @Override
          public Component getListCellRendererComponent(
              JList<?> list, Object value, int index, boolean selected, boolean focused) {
            String name = value == null ? "" : names.apply(value.toString());
            return super.getListCellRendererComponent(list, name, index, selected, focused);
          }
        });
    box.addActionListener(
        event -> {
          if (!showing && box.getSelectedItem() != null) {
            changed.accept(box.getSelectedItem());
          }
        });
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
    showing = true;
    String word = String.valueOf(raw).toLowerCase(Locale.ROOT);
    for (int i = 0; i < box.getItemCount(); i++) {
      if (box.getItemAt(i).toLowerCase(Locale.ROOT).equals(word)) {
        box.setSelectedIndex(i);
        showing = false;
        return;
      }
    }
    box.setSelectedItem(null); // The row tells what stands in the file, and that it is wrong.
    showing = false;
  }
}
