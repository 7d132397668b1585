package org.tonearm.panel.view.settings;

import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTextField;

/** A text or a number in a line, with words to choose from where there are some. */
final class LineEditor implements SettingEditor {
  private static final int COLUMNS = 24;

  private final JTextField line;
  private final JComponent whole;
  private final Function<String, Object> reading;
  private final Consumer<Object> changed;
  private String shown = "";
  private boolean showing;

  /**
   * @param words that stand for something of their own
   * @param reading turns what was typed into a value
   */
  LineEditor(List<String> words, Function<String, Object> reading, Consumer<Object> changed) {
    this.reading = reading;
    this.changed = changed;
    if (words.isEmpty()) {
      line = new JTextField(COLUMNS);
      whole = line;
    } else {
      JComboBox<String> box = new JComboBox<>(words.toArray(String[]::new));
      box.setEditable(true);
      line = (JTextField) box.getEditor().getEditorComponent();
      box.addActionListener(event -> commit());
      whole = box;
    }
    line.addActionListener(event -> commit());
    line.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusLost(FocusEvent event) {
            commit();
          }
        });
  }

  @Override
  public JComponent component() {
    return whole;
  }

  @Override
  public JComponent focus() {
    return whole;
  }

  @Override
  public void show(Object raw) {
    showing = true;
    shown = String.valueOf(raw);
    if (whole instanceof JComboBox<?> box) {
      box.setSelectedItem(shown);
    }
    line.setText(shown);
    showing = false;
  }

  private void commit() {
    String typed = line.getText();
    if (!showing && !typed.equals(shown)) {
      shown = typed;
      changed.accept(reading.apply(typed));
    }
  }
}
