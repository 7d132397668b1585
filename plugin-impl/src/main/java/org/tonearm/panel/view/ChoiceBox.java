package org.tonearm.panel.view;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;

/** One of some words, or all of them, for which the first entry stands. */
final class ChoiceBox extends JComboBox<String> {
  private static final long serialVersionUID = 1L;

  private final String all;

  /**
   * @param all what is shown for all words
   * @param width in pixels before scaling; else it would be as wide as the longest word
   */
  ChoiceBox(String all, int width, boolean typed) {
    this.all = all;
    setEditable(typed);
    PlainText.cells(this);
    setPrototypeDisplayValue("m");
    Dimension size = getPreferredSize();
    setPreferredSize(new Dimension(Math.max(width, size.width), size.height));
    offer(List.of());
  }

  /** What can be chosen. What is chosen stays, and so does what is being typed. */
  void offer(List<String> some) {
    Object was = getSelectedIndex() <= 0 && !isEditable() ? all : getSelectedItem();
    List<String> items = new ArrayList<>();
    items.add(all);
    items.addAll(some);
    if (was != null && !isEditable() && !items.contains(was.toString())) {
      items.add(was.toString());
    }
    if (!items.equals(offered(this))) {
      Object typed = isEditable() ? getEditor().getItem() : null;
      setModel(new DefaultComboBoxModel<>(items.toArray(String[]::new)));
      setSelectedItem(was == null ? all : was);
      if (typed != null && !typed.equals(getEditor().getItem())) {
        getEditor().setItem(typed);
      }
    }
  }

  /** Chooses a word, also one that is not offered; "" for all. */
  void choose(String word) {
    if (!word.isEmpty() && !isEditable() && !offered(this).contains(word)) {
      addItem(word);
    }
    setSelectedItem(word.isEmpty() ? all : word);
  }

  /** What a box offers, in its order. */
  static List<String> offered(JComboBox<String> box) {
    return IntStream.range(0, box.getItemCount()).mapToObj(box::getItemAt).toList();
  }

  /** The word that is chosen; "" for all. */
  String chosen() {
    Object item = getSelectedItem();
    return item == null || getSelectedIndex() == 0 || item.equals(all) ? "" : item.toString();
  }
}
