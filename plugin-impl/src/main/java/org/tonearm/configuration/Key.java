package org.tonearm.configuration;

import java.util.List;
import java.util.Objects;
import org.tonearm.configuration.toml.TomlText;

/**
 * A setting.
 *
 * @param name full key, such as {@code tagging.policy}
 * @param kind what values it takes
 * @param standard the value where nobody gives one
 * @param meaning in one sentence or two
 */
record Key<T>(String name, Kind<T> kind, T standard, String meaning) {
  Key {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(standard);
    Objects.requireNonNull(meaning);
  }

  /** The parts of the name. */
  List<String> path() {
    return List.of(name.split("\\.", -1));
  }

  /** Its table. */
  String section() {
    return name.substring(0, name.lastIndexOf('.'));
  }

  /** The name within its table. */
  String word() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The standard value in TOML. */
  String standardText() {
    return TomlText.value(kind.toToml().apply(standard));
  }
}
