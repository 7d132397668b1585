package org.tonearm.panel.view.settings;

import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTextField;

/** A text or a number in a line, with words to choose from where there are some. */
final class LineEditor implements SettingEditor {
  private static final int COLUMNS = 24;

  private final JTextField alone = new JTextField(COLUMNS);
  private final Optional<JComboBox<String>> box;
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
    this.box = words.isEmpty() ? Optional.empty() : Optional.of(new JComboBox<>());
    box.ifPresent(
        made -> {
          words.forEach(made::addItem);
          made.setEditable(true);
          made.addActionListener(event -> commit());
          // Another look brings another line.
          made.addPropertyChangeListener("editor", event -> attend());
        });
    alone.addActionListener(event -> commit());
    attend();
  }

  @Override
  public JComponent component() {
    return box.isPresent() ? box.get() : alone;
  }

  @Override
  public JComponent focus() {
    return component();
  }

  @Override
  public void show(Object raw) {
    showing = true;
    shown = String.valueOf(raw);
    box.ifPresent(made -> made.setSelectedItem(shown));
    line().setText(shown);
    showing = false;
  }

  private JTextField line() {
    return box.map(made -> (JTextField) made.getEditor().getEditorComponent()).orElse(alone);
  }

  private void attend() {
    line()
        .addFocusListener(
            new FocusAdapter() {
              @Override
              public void focusLost(FocusEvent event) {
                commit();
              }
            });
  }

  private void commit() {
    String typed = line().getText();
    if (!showing && !typed.equals(shown)) {
      shown = typed;
      changed.accept(reading.apply(typed));
    }
  }
}
