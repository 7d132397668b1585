package org.tonearm.panel.view.settings;

import java.util.List;
import org.tonearm.configuration.Setting;
import org.tonearm.configuration.Settings;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.SettingsDesk;

/**
 * Puts settings on pages, a row each, that follow the configuration file.
 *
 * @param texts the words
 * @param desk where they are changed
 * @param parts the rows are added there
 */
record SettingRows(Texts texts, SettingsDesk desk, SettingsParts parts) {

  /** All settings whose full key begins so. */
  void add(Page page, String prefix) {
    settings(prefix).forEach(setting -> add(page, setting, setting.key()));
  }

  /**
   * One setting.
   *
   * @param key of its texts, without {@code setting.}
   */
  void add(Page page, Setting setting, String key) {
    SettingRow row = new SettingRow(setting, key, texts, desk);
    row.addTo(page);
    parts.follow(row::show);
  }

  /** A table of settings, by its full key. */
  EntriesEditor entries(Page page, String table) {
    Setting setting =
        Settings.tables().stream().filter(t -> t.key().equals(table)).findFirst().orElseThrow();
    EntriesEditor editor = new EntriesEditor(setting, texts, desk);
    editor.addTo(page);
    parts.follow(editor::show);
    return editor;
  }

  static Setting setting(String key) {
    return settings(key).get(0);
  }

  static List<Setting> settings(String prefix) {
    return Settings.fixed().stream().filter(s -> s.key().startsWith(prefix)).toList();
  }
}
