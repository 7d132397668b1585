package org.tonearm.panel.view.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import org.tonearm.configuration.ConfigurationSheet;
import org.tonearm.configuration.Fault;
import org.tonearm.configuration.Form;
import org.tonearm.configuration.Origin;
import org.tonearm.configuration.Setting;
import org.tonearm.configuration.toml.TomlText;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.view.Controls;

/**
 * A setting: its name, its value, a button that resets it; below, what it is for, who set it, and
 * what is wrong with it.
 */
final class SettingRow {
  private final Setting setting;
  private final String key;
  private final Texts texts;
  private final SettingsDesk desk;
  private final SettingEditor editor;
  private final JLabel label;
  private final JButton reset;
  private final Hint hint = new Hint("");
  private final Prose fault = new Prose("");
  private Optional<Object> shown = Optional.empty();
  private boolean refused;

  /**
   * @param setting with a name of its own
   * @param key of its texts, without {@code setting.}
   */
  SettingRow(Setting setting, String key, Texts texts, SettingsDesk desk) {
    this(setting, key, texts, desk, Optional.empty());
  }

  /**
   * @param made an editor of its own in place of the usual one; it calls {@link #set}
   */
  SettingRow(
      Setting setting, String key, Texts texts, SettingsDesk desk, Optional<SettingEditor> made) {
    this.setting = setting;
    this.key = "setting." + key;
    this.texts = texts;
    this.desk = desk;
    this.editor = made.orElseGet(this::usual);
    Controls controls = new Controls(texts);
    JComponent focus = editor.focus();
    label = setting.form() == Form.SWITCH ? new JLabel() : new JLabel(texts.get(this.key));
    label.setLabelFor(focus);
    focus.setName("setting." + setting.key());
    focus.getAccessibleContext().setAccessibleName(texts.get(this.key));
    focus.setToolTipText(texts.get(this.key + ".tip"));
    if (editor instanceof TicksEditor ticks) {
      ticks.name(focus.getName());
      ticks.describe(texts.get(this.key + ".tip"));
    }
    reset = controls.button("settings.reset", this::reset);
    reset.setName("reset." + setting.key());
    reset
        .getAccessibleContext()
        .setAccessibleName(texts.get("settings.reset.of", texts.get(this.key)));
    hint.setName("hint." + setting.key());
    fault.setName("fault." + setting.key());
    fault.setVisible(false);
  }

  /** Puts it on a page. */
  void addTo(Page page) {
    boolean lines = editor instanceof LinesEditor;
    page.add(label, lines ? "top" : "");
    page.add(editor.component(), "wmin 120");
    page.add(reset, lines ? "top" : "");
    page.add(hint, "skip 1, span 2, wmin 0, growx, wrap, gapbottom 8");
    page.add(fault, "skip 1, span 2, wmin 0, growx, wrap, gapbottom 8");
  }

  /** Shows what the file says. What was typed and refused stays until the file says otherwise. */
  void show(ConfigurationSheet sheet) {
    Object value = value(sheet);
    // What is being typed stays while the file says the same.
    if (!shown.equals(Optional.of(value))) {
      refused = false;
      shown = Optional.of(value);
      editor.show(value);
    }
    if (!refused) {
      tell(sheet.faults(setting.key()));
    }
    boolean given = sheet.given(setting.path()).isPresent();
    reset.setEnabled(given && sheet.editable());
    reset.setToolTipText(texts.get("settings.reset.tip", TomlText.value(setting.standard())));
    editor.focus().setEnabled(sheet.editable());
    hint.setText(texts.get("settings.hint", texts.get(key + ".tip"), origin(sheet)));
    hint.setToolTipText(hint.getText());
  }

  private Object value(ConfigurationSheet sheet) {
    return sheet.given(setting.path()).orElseGet(() -> sheet.holds(setting));
  }

  /** Writes a value. */
  void set(Object value) {
    forget();
    if (editor instanceof TicksEditor) {
      desk.edit(setting.path(), Optional.of(value), this::refuse);
    } else {
      desk.set(setting.path(), value, this::refuse);
    }
  }

  private void reset() {
    forget();
    desk.reset(setting.path(), this::refuse);
  }

  /** Whatever the file says next is shown. */
  private void forget() {
    refused = false;
    shown = Optional.empty();
  }

  private void refuse(List<Fault> faults) {
    refused = true;
    shown = desk.sheet().map(this::value);
    tell(faults);
  }

  private void tell(List<Fault> faults) {
    boolean wrong = !faults.isEmpty();
    fault.setText(faults.stream().map(this::sentence).collect(Collectors.joining("\n")));
    fault.setVisible(wrong);
    JComponent part = editor.focus();
    part.putClientProperty("JComponent.outline", wrong ? "error" : null);
    part.getAccessibleContext()
        .setAccessibleDescription(wrong ? fault.getText() : texts.get(key + ".tip"));
    label.setIcon(
        wrong ? new FaultIcon(label.getFontMetrics(label.getFont()).getAscent() + 2) : null);
  }

  private String sentence(Fault wrong) {
    String value = wrong.value().isEmpty() ? "" : wrong.value() + ": ";
    String where = wrong.key().equals(setting.key()) ? value : wrong.key() + " = " + value;
    String reason = where + texts.engine().part(wrong.reason());
    return wrong.accepted().isEmpty()
        ? texts.get("settings.fault", reason)
        : texts.get("settings.fault.accepted", reason, texts.engine().part(wrong.accepted()));
  }

  private String origin(ConfigurationSheet sheet) {
    Origin origin = sheet.origin(setting);
    if (sheet.given(setting.path()).isPresent()) {
      return texts.get("settings.set");
    }
    return origin instanceof Origin.Host host
        ? texts.get("settings.host", host.host())
        : texts.get("settings.default");
  }

  private SettingEditor usual() {
    return switch (setting.form()) {
      case CHOICE -> new ChoiceEditor(setting.words(), this::named, this::set);
      case SWITCH -> new SwitchEditor(texts.get(key), this::set);
      case TEXT -> new LineEditor(setting.words(), setting.reading(), this::set);
      case LIST ->
          setting.words().isEmpty()
              ? new LinesEditor(this::set)
              : new TicksEditor(setting.words(), this::named, this::set);
    };
  }

  /** A word in the user's language, where there is one for it. */
  private String named(String word) {
    String name = key + "." + word;
    if (texts.has(name)) {
      return texts.get(name);
    }
    return texts.has("field." + word) ? texts.get("field." + word) : word;
  }
}
