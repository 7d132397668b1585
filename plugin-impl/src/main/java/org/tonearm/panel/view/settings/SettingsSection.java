package org.tonearm.panel.view.settings;

import java.util.Locale;

/** The pages of the settings. */
enum SettingsSection {
  WRITTEN,
  SURE,
  MODELS,
  WORDS,
  FORMATS,
  LISTENING,
  WATCH,
  REMEMBERED,
  HOSTS,
  LOOK;

  /** Among the texts. */
  String key() {
    return "section." + name().toLowerCase(Locale.ROOT);
  }
}
