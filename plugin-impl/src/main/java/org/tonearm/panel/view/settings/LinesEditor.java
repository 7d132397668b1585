package org.tonearm.panel.view.settings;

import java.awt.KeyboardFocusManager;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** Several texts, one a line. */
final class LinesEditor implements SettingEditor {
  private static final int ROWS = 3;
  private static final int COLUMNS = 24;

  private final JTextArea lines = new JTextArea(ROWS, COLUMNS);
  private final JScrollPane scroll = new JScrollPane(lines);
  private String shown = "";

  LinesEditor(Consumer<Object> changed) {
    // Tab goes on, as everywhere else.
    lines.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
    lines.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    lines.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusLost(FocusEvent event) {
            String typed = lines.getText();
            if (!typed.equals(shown)) {
              shown = typed;
              changed.accept(
                  typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
            }
          }
        });
  }

  @Override
  public JComponent component() {
    return scroll;
  }

  @Override
  public JComponent focus() {
    return lines;
  }

  @Override
  public void show(Object raw) {
    shown =
        raw instanceof List<?> list
            ? list.stream().map(String::valueOf).collect(Collectors.joining("\n"))
            : String.valueOf(raw);
    lines.setText(shown);
    lines.setCaretPosition(0);
  }
}
