package org.tonearm.panel.view;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.tonearm.panel.Texts;

/** A button that opens a menu of the places to listen to; the one that is chosen is taken off. */
final class PlacesMenu {
  /** More would not fit on a screen. */
  private static final int MOST = 25;

  private final Texts texts;
  private final Consumer<Path> takenOff;
  private final JPopupMenu menu = new JPopupMenu();
  private final JButton button;

  /**
   * @param takenOff told of the place that the user takes off
   */
  PlacesMenu(Texts texts, Consumer<Path> takenOff) {
    this.texts = texts;
    this.takenOff = takenOff;
    this.button = new Controls(texts).button("library.remove", this::open);
    button.setComponentPopupMenu(menu);
    menu.getAccessibleContext().setAccessibleName(texts.get("library.remove"));
  }

  JButton button() {
    return button;
  }

  /** What is on the list. */
  void show(List<Path> places) {
    menu.removeAll();
    places.stream().limit(MOST).forEach(place -> menu.add(item(place)));
    if (places.size() > MOST) {
      JMenuItem more = new JMenuItem(texts.get("library.remove.more", places.size() - MOST));
      more.setEnabled(false);
      menu.add(more);
    }
    button.setEnabled(!places.isEmpty());
  }

  private JMenuItem item(Path place) {
    JMenuItem item = PlainText.in(new JMenuItem(place.toString()));
    String what = texts.get("library.remove.place", place.toString());
    item.getAccessibleContext().setAccessibleName(what);
    item.getAccessibleContext().setAccessibleDescription(texts.get("library.remove.tip"));
    item.addActionListener(event -> takenOff.accept(place));
    return item;
  }

  private void open() {
    if (button.isShowing()) {
      menu.show(button, 0, button.getHeight());
    }
  }
}
