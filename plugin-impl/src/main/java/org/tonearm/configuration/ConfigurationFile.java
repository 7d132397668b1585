package org.tonearm.configuration;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;
import org.tonearm.api.ConfigurationException;

/**
 * What stands in a configuration file, not yet understood.
 *
 * @param path the file
 * @param values by the parts of their keys, in the order of the file
 * @param emptyTables tables without any value, with the line of each
 * @param faults lines that are no TOML
 */
record ConfigurationFile(
    Path path,
    Map<List<String>, Given> values,
    Map<List<String>, Given> emptyTables,
    List<Fault> faults) {

  /**
   * Reads a file.
   *
   * @throws ConfigurationException {@code no-configuration} if it can't be read
   */
  static ConfigurationFile read(Path path) throws ConfigurationException {
    String text;
    try {
      text = Files.readString(path);
    } catch (CharacterCodingException e) {
      throw unreadable(path, "it is not in UTF-8", e);
    } catch (IOException e) {
      throw unreadable(path, Files.exists(path) ? e.toString() : "there is no such file", e);
    }
    // Windows' Notepad puts a mark before the first line.
    return parse(path, text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /** Takes a text as if it stood in a file. */
  static ConfigurationFile parse(Path path, String text) {
    TomlParseResult toml = Toml.parse(text);
    List<Fault> faults = new ArrayList<>();
    toml.errors()
        .forEach(
            error ->
                faults.add(
                    new Fault(
                        "",
                        new Origin.InFile(path, error.position().line()),
                        "",
                        "no valid TOML: " + oneLine(error.getMessage()),
                        "")));
    Map<List<String>, Given> values = new LinkedHashMap<>();
    toml.keyPathSet(false)
        .forEach(key -> values.put(key, new Given(plain(toml.get(key)), line(path, toml, key))));
    Map<List<String>, Given> emptyTables = new LinkedHashMap<>();
    for (List<String> key : toml.keyPathSet(true)) {
      if (toml.isTable(key) && toml.getTable(key).isEmpty()) {
        emptyTables.put(key, new Given("", line(path, toml, key)));
      }
    }
    return new ConfigurationFile(path, values, emptyTables, faults);
  }

  private static Origin line(Path path, TomlParseResult toml, List<String> key) {
    return new Origin.InFile(path, toml.inputPositionOf(key).line());
  }

  private static Object plain(Object value) {
    if (value instanceof TomlArray array) {
      List<Object> list = new ArrayList<>();
      array.toList().forEach(each -> list.add(plain(each)));
      return List.copyOf(list);
    }
    if (value instanceof TomlTable table) {
      Map<String, Object> entries = new LinkedHashMap<>();
      table.keySet().forEach(name -> entries.put(name, plain(table.get(List.of(name)))));
      return entries;
    }
    return value;
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s+", " ").strip();
  }

  private static ConfigurationException unreadable(Path path, String why, IOException e) {
    return new ConfigurationException(
        "no-configuration",
        path + ": the configuration can't be read: " + why + ".",
        "Name another file with --config, or write one: 'tonearm config --example' shows how.",
        e);
  }
}
