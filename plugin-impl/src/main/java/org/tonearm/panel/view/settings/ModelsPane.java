package org.tonearm.panel.view.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JEditorPane;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import org.tonearm.api.Task;
import org.tonearm.configuration.ConfigurationSheet;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.ModelSheet;
import org.tonearm.panel.view.Controls;

/** Which model is used, and the card of the one that is looked at. */
final class ModelsPane {
  private final Texts texts;
  private final JComboBox<String> looked = new JComboBox<>();
  private final Prose summary = new Prose("");
  private final JEditorPane card = new JEditorPane("text/html", "");
  private List<ModelSheet> models = List.of();
  private Optional<String> genre = Optional.empty();

  ModelsPane(Texts texts) {
    this.texts = texts;
    card.setEditable(false);
    // Letters and colours of the look instead of the browser's.
    card.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, true);
    card.setName("models.card");
    card.getAccessibleContext().setAccessibleName(texts.get("settings.card"));
    looked.addActionListener(event -> look());
  }

  /** Puts the card on a page. */
  void addTo(Page page) {
    JLabel label = new Controls(texts).label("settings.card", looked);
    page.add(label, "gaptop 10");
    page.add(looked, "span 2, wmin 0, gaptop 10");
    page.add(summary, "skip 1, span 2, growx, wmin 0, gapbottom 4");
    page.add(new JScrollPane(card), "span 3, growx, wmin 0, h 380!");
  }

  void offer(List<ModelSheet> all) {
    models = List.copyOf(all);
    Object before = looked.getSelectedItem();
    looked.removeAllItems();
    models.forEach(model -> looked.addItem(model.info().id()));
    looked.setSelectedItem(before == null ? genre.orElse(null) : before);
    if (looked.getSelectedItem() == null && looked.getItemCount() > 0) {
      looked.setSelectedIndex(0);
    }
  }

  void show(ConfigurationSheet sheet) {
    genre = Optional.ofNullable(sheet.configuration().models().get(Task.GENRE));
  }

  private void look() {
    models.stream()
        .filter(model -> model.info().id().equals(looked.getSelectedItem()))
        .findFirst()
        .ifPresent(
            model -> {
              summary.setText(
                  texts.get(
                      "settings.model.summary",
                      texts.get("field." + model.info().task().word()),
                      model.info().labels().size(),
                      model.info().threshold(),
                      model.info().accuracy()));
              card.setText(
                  CardHtml.of(
                      model.card().isEmpty() ? texts.get("settings.model.bare") : model.card()));
              card.setCaretPosition(0);
            });
  }

  /** Chooses the model of a task: the first one installed, or one by its id. */
  static final class Editor implements SettingEditor {
    private final JComboBox<String> box = new JComboBox<>();
    private final String first;
    private final Task task;
    private boolean showing;
    private String value = "";

    Editor(Texts texts, Task task, Consumer<Object> changed) {
      this.first = texts.get("settings.model.first");
      this.task = task;
      box.addItem(first);
      box.addActionListener(
          event -> {
            if (!showing && box.getSelectedItem() != null) {
              value = box.getSelectedIndex() == 0 ? "" : box.getSelectedItem().toString();
              changed.accept(value);
            }
          });
    }

    /** The models to choose from. */
    void offer(List<ModelSheet> models) {
      showing = true;
      List<String> ids = new ArrayList<>();
      models.stream()
          .filter(model -> model.info().task() == task)
          .forEach(model -> ids.add(model.info().id()));
      box.removeAllItems();
      box.addItem(first);
      ids.forEach(box::addItem);
      show(value);
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
      value = String.valueOf(raw);
      if (value.isEmpty()) {
        box.setSelectedIndex(0);
      } else {
        boolean known = false;
        for (int i = 1; i < box.getItemCount(); i++) {
          known |= box.getItemAt(i).equals(value);
        }
        if (!known) {
          box.addItem(value);
        }
        box.setSelectedItem(value);
      }
      showing = false;
    }
  }
}
