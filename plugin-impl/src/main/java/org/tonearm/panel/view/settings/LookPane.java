package org.tonearm.panel.view.settings;

import java.util.List;
import java.util.Locale;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import org.tonearm.panel.Texts;
import org.tonearm.panel.view.Controls;
import org.tonearm.panel.view.Theme;

/** Colours and language of the window itself. */
final class LookPane {
  private final Texts texts;
  private final LookChoices choices;

  LookPane(Texts texts, LookChoices choices) {
    this.texts = texts;
    this.choices = choices;
  }

  /** Puts it on a page. */
  void addTo(Page page) {
    List<String> themes = List.of("system", "light", "dark");
    ChoiceEditor theme =
        new ChoiceEditor(
            themes,
            word -> texts.get("settings.theme." + word),
            word ->
                choices.theme().accept(Theme.valueOf(word.toString().toUpperCase(Locale.ROOT))));
    theme.show(choices.themeNow().get().name());
    row(page, "settings.theme", theme.focus());
    JComboBox<String> languages = new JComboBox<>();
    List<String> tags = List.of("", "en", "de");
    tags.forEach(
        tag -> languages.addItem(texts.get("settings.language." + (tag.isEmpty() ? "x" : tag))));
    languages.setSelectedIndex(Math.max(0, tags.indexOf(choices.languageNow().get())));
    languages.addActionListener(
        event -> choices.language().accept(tags.get(languages.getSelectedIndex())));
    row(page, "settings.language", languages);
  }

  private void row(Page page, String key, JComponent part) {
    JLabel label = new Controls(texts).label(key, part);
    page.add(label);
    page.add(part, "span 2");
    page.add(new Hint(texts.get(key + ".tip")), "skip 1, span 2, wmin 0, growx, wrap, gapbottom 8");
  }
}
