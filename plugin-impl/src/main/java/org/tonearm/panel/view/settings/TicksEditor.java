package org.tonearm.panel.view.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Several of some words. */
final class TicksEditor implements SettingEditor {
  private final JPanel panel = new JPanel(new MigLayout("insets 0"));
  private final Map<String, JCheckBox> boxes = new LinkedHashMap<>();

  /**
   * @param names of the words, for the user
   */
  TicksEditor(List<String> words, UnaryOperator<String> names, Consumer<Object> changed) {
    for (String word : words) {
      JCheckBox box = new JCheckBox(names.apply(word));
      box.addActionListener(event -> changed.accept(ticked()));
      boxes.put(word, box);
      panel.add(box);
    }
  }

  /** A tick's name for tests is that of the list, a point, and the word. */
  void name(String name) {
    boxes.forEach((word, box) -> box.setName(name + "." + word));
  }

  /** Tells of each tick what the list is for. */
  void describe(String tip) {
    boxes.values().forEach(box -> box.setToolTipText(tip));
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public JComponent focus() {
    return panel;
  }

  @Override
  public void show(Object raw) {
    List<String> words =
        raw instanceof List<?> list
            ? list.stream().map(each -> String.valueOf(each).toLowerCase(Locale.ROOT)).toList()
            : List.of();
    boxes.forEach((word, box) -> box.setSelected(words.contains(word)));
  }

  private List<String> ticked() {
    List<String> words = new ArrayList<>();
    boxes.forEach(
        (word, box) -> {
          if (box.isSelected()) {
            words.add(word);
          }
        });
    return words;
  }
}
