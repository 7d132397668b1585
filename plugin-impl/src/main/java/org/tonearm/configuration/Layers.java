package org.tonearm.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tonearm.configuration.toml.TomlText;

/**
 * Values from all sides, and which of them holds. Collects faults and effective values as it is
 * asked. Confined to one thread.
 */
final class Layers {
  private final Map<String, Given> options;
  private final Map<List<String>, Given> file;
  private final Map<String, Given> host;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Effective> effective = new LinkedHashMap<>();

  /**
   * @param options by full key
   * @param file by the parts of the key
   * @param host by full key
   */
  Layers(Map<String, Given> options, Map<List<String>, Given> file, Map<String, Given> host) {
    this.options = options;
    this.file = file;
    this.host = host;
  }

  /** The value that holds; a wrong one is a fault, and the standard value is taken for it. */
  <T> T get(Key<T> key) {
    // Each side is checked, also where another one prevails: a wrong line is wrong.
    T value = key.standard();
    Origin origin = new Origin.Standard();
    for (Given given : givenFor(key)) {
      try {
        value = key.kind().fromToml().read(given.value());
        origin = given.origin();
      } catch (Kind.Refusal e) {
        refuse(key.name(), given, e.getMessage(), key.kind().accepted());
      }
    }
    String shown = TomlText.value(key.kind().toToml().apply(value));
    effective.put(key.name(), new Effective(key.name(), shown, origin));
    return value;
  }

  /** The entries of a table. */
  <T> Map<String, T> get(TableKey<T> table) {
    Map<String, T> entries = new LinkedHashMap<>();
    List<String> path = table.path();
    file.forEach(
        (key, given) -> {
          if (key.size() == path.size() + 1 && key.subList(0, path.size()).equals(path)) {
            String name = TomlText.key(key);
            try {
              T value = table.kind().fromToml().read(given.value());
              entries.put(key.get(path.size()), value);
              String shown = TomlText.value(table.kind().toToml().apply(value));
              effective.put(name, new Effective(name, shown, given.origin()));
            } catch (Kind.Refusal e) {
              refuse(name, given, e.getMessage(), table.kind().accepted());
            }
          }
        });
    return entries;
  }

  /** Changes a value once it is read; what that finds wrong is a fault of the setting. */
  <T> T checked(String key, T value, UnaryOperator<T> check) {
    try {
      return check.apply(value);
    } catch (IllegalArgumentException e) {
      refuse(key, origin(key), e.getMessage(), "");
      return value;
    }
  }

  void refuse(String key, Given given, String reason, String accepted) {
    faults.add(new Fault(key, given.origin(), TomlText.value(given.value()), reason, accepted));
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  List<Effective> effective() {
    return List.copyOf(effective.values());
  }

  /** What the file or an option says of a key or of a table's first entry. */
  private Given origin(String key) {
    return file.entrySet().stream()
        .filter(entry -> (TomlText.key(entry.getKey()) + ".").startsWith(key + "."))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(new Given("", new Origin.Standard()));
  }

  private List<Given> givenFor(Key<?> key) {
    List<Given> all = new ArrayList<>();
    if (host.containsKey(key.name())) {
      all.add(host.get(key.name()));
    }
    if (file.containsKey(key.path())) {
      all.add(file.get(key.path()));
    }
    if (options.containsKey(key.name())) {
      all.add(options.get(key.name()));
    }
    return all;
  }
}
