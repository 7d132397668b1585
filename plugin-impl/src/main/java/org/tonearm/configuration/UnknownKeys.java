package org.tonearm.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonearm.configuration.toml.TomlText;

/** Finds keys of a file that no setting has. Stateless. */
final class UnknownKeys {
  private UnknownKeys() {}

  static List<Fault> in(ConfigurationFile file) {
    List<Fault> faults = new ArrayList<>();
    for (Map.Entry<List<String>, Given> entry : file.values().entrySet()) {
      if (!isKnown(entry.getKey())) {
        faults.add(
            fault(entry.getKey(), entry.getValue(), TomlText.value(entry.getValue().value())));
      }
    }
    for (Map.Entry<List<String>, Given> table : file.emptyTables().entrySet()) {
      if (!isTable(table.getKey())) {
        faults.add(fault(table.getKey(), table.getValue(), ""));
      }
    }
    return faults;
  }

  private static boolean isKnown(List<String> key) {
    return Keys.FIXED.stream().anyMatch(known -> known.path().equals(key))
        || Keys.TABLES.stream()
            .anyMatch(
                table ->
                    key.size() == table.path().size() + 1
                        && key.subList(0, table.path().size()).equals(table.path()));
  }

  private static boolean isTable(List<String> path) {
    return Stream.concat(
            Keys.FIXED.stream().map(Key::path), Keys.TABLES.stream().map(TableKey::path))
        .anyMatch(
            known -> known.size() >= path.size() && known.subList(0, path.size()).equals(path));
  }

  private static Fault fault(List<String> path, Given given, String value) {
    String key = TomlText.key(path);
    String reason = "there is no such setting";
    return new Fault(
        key,
        given.origin(),
        value,
        reason + nearest(key).map(k -> "; did you mean " + k + "?").orElse(""),
        "");
  }

  /** By the whole key; else by its last part alone, which may stand in the wrong table. */
  private static Optional<String> nearest(String key) {
    List<String> names =
        Stream.concat(Keys.FIXED.stream().map(Key::name), Keys.TABLES.stream().map(TableKey::name))
            .toList();
    String word = key.substring(key.lastIndexOf('.') + 1);
    Optional<String> elsewhere =
        Keys.FIXED.stream().filter(k -> k.word().equals(word)).map(Key::name).findFirst();
    return new KnownWords(names).nearest(key).or(() -> elsewhere);
  }
}
