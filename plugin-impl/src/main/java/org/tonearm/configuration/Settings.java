package org.tonearm.configuration;

import java.util.List;

/** Every setting that a configuration file may hold, in the order in which they are shown. */
public final class Settings {
  private Settings() {}

  /** Those with a name of their own. */
  public static List<Setting> fixed() {
    return Keys.FIXED.stream().<Setting>map(Settings::setting).toList();
  }

  /** Tables whose keys the user chooses. */
  public static List<Setting> tables() {
    return Keys.TABLES.stream().<Setting>map(Settings::setting).toList();
  }

  private static <T> Setting setting(Key<T> key) {
    return new Setting(
        key.name(),
        key.kind().form(),
        key.kind().words(),
        key.kind().accepted(),
        key.kind().toToml().apply(key.standard()),
        key.kind().fromText());
  }

  private static <T> Setting setting(TableKey<T> table) {
    return new Setting(
        table.name(),
        table.kind().form(),
        table.kind().words(),
        table.kind().accepted(),
        "",
        table.kind().fromText());
  }
}
