package org.tonearm.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.configuration.toml.TomlEdit;
import org.tonearm.configuration.toml.TomlText;

/**
 * A configuration file to be looked at and changed setting by setting: what it says, what holds by
 * it, and what is wrong with it. Immutable. A change gives another sheet; {@link
 * ConfigurationStore} writes it.
 */
public final class ConfigurationSheet {
  private final Path path;
  private final Optional<String> text;
  private final String host;
  private final TagProfile profile;
  private final ConfigurationFile file;
  private final Configurations.Reading reading;

  private ConfigurationSheet(Path path, Optional<String> text, String host, TagProfile profile) {
    this.path = path;
    this.text = text;
    this.host = host;
    this.profile = profile;
    this.file = ConfigurationFile.parse(path, text.map(ConfigurationSheet::unmarked).orElse(""));
    this.reading = Configurations.read(Optional.of(file), host, profile, Map.of());
  }

  /**
   * Reads a text as the configuration.
   *
   * @param path where it stands, or would stand
   * @param text empty if there is no file
   * @param host id of the host
   * @param profile of the host
   */
  public static ConfigurationSheet of(
      Path path, Optional<String> text, String host, TagProfile profile) {
    return new ConfigurationSheet(path, text, host, profile);
  }

  /** The file. */
  public Path path() {
    return path;
  }

  /** What stands in it; empty if it is not there. */
  public Optional<String> text() {
    return text;
  }

  /** What holds, with the standard value where the file has a wrong one. */
  public Configuration configuration() {
    return reading.configuration();
  }

  /** All that is wrong, in the order of the file. */
  public List<Fault> faults() {
    return reading.faults();
  }

  /** What is wrong with a setting, or with the entries of a table. */
  public List<Fault> faults(String key) {
    return faults().stream()
        .filter(fault -> fault.key().equals(key) || fault.key().startsWith(key + "."))
        .toList();
  }

  /** What is wrong and belongs to no setting there is, such as a mistyped name. */
  public List<Fault> homeless() {
    Set<String> fixed = Settings.fixed().stream().map(Setting::key).collect(Collectors.toSet());
    List<String> tables = Settings.tables().stream().map(Setting::key).toList();
    return faults().stream()
        .filter(fault -> !fixed.contains(fault.key()) && !tables.contains(fault.key()))
        .filter(fault -> tables.stream().noneMatch(table -> fault.key().startsWith(table + ".")))
        .toList();
  }

  /** Whether single settings can be changed: the file is TOML, though it may have other faults. */
  public boolean editable() {
    return file.faults().isEmpty();
  }

  /** What the file itself says of a setting, be it right or wrong. */
  public Optional<Object> given(List<String> key) {
    return Optional.ofNullable(file.values().get(key)).map(Given::value);
  }

  /** What the file says in a table whose keys the user chooses, by key. */
  public Map<String, Object> entries(List<String> table) {
    Map<String, Object> entries = new LinkedHashMap<>();
    file.values()
        .forEach(
            (key, given) -> {
              if (key.size() == table.size() + 1 && key.subList(0, table.size()).equals(table)) {
                entries.put(key.get(table.size()), given.value());
              }
            });
    return entries;
  }

  /**
   * A path that stands in the file.
   *
   * @throws IllegalArgumentException if it is none
   */
  public Path resolved(String given) {
    return Configurations.resolved(path.toAbsolutePath().getParent(), given);
  }

  /** The value that holds for a setting: a String, Long, Double, Boolean, or a List of them. */
  public Object holds(Setting setting) {
    return reading.configuration().effective().stream()
        .filter(effective -> effective.key().equals(setting.key()))
        .findFirst()
        .map(effective -> value(effective.value()))
        .orElse(setting.standard());
  }

  /** Who says what holds. */
  public Origin origin(Setting setting) {
    return reading.configuration().origin(setting.key());
  }

  /**
   * This sheet with a value in the file, right or wrong.
   *
   * @param key the parts of the full key
   * @param value a String, Long, Double, Boolean, or a List of them
   * @throws ConfigurationException {@code configuration-edit} if that can't be done without
   *     changing anything else
   */
  public ConfigurationSheet with(List<String> key, Object value) throws ConfigurationException {
    Map<List<String>, Object> wanted = plain(file);
    wanted.put(List.copyOf(key), value(TomlText.value(value)));
    return edited(() -> TomlEdit.set(text.orElse(""), key, TomlText.value(value)), wanted);
  }

  /**
   * This sheet without a setting, so that its default holds.
   *
   * @param key the parts of the full key
   * @throws ConfigurationException as of {@link #with}
   */
  public ConfigurationSheet without(List<String> key) throws ConfigurationException {
    Map<List<String>, Object> wanted = plain(file);
    if (wanted.remove(key) == null) {
      return this;
    }
    return edited(() -> TomlEdit.remove(text.orElse(""), key), wanted);
  }

  /** An edit that hit anything but the one setting is not taken. */
  private ConfigurationSheet edited(Supplier<String> edit, Map<List<String>, Object> wanted)
      throws ConfigurationException {
    if (!editable()) {
      throw refusal("it is no valid TOML: " + file.faults().get(0).text());
    }
    try {
      ConfigurationSheet edited =
          new ConfigurationSheet(path, Optional.of(edit.get()), host, profile);
      if (edited.editable() && plain(edited.file).equals(wanted)) {
        return edited;
      }
    } catch (IllegalArgumentException e) {
      throw refusal(e.getMessage());
    }
    throw refusal("the setting stands within braces, or its table does");
  }

  private ConfigurationException refusal(String why) {
    return new ConfigurationException(
        "configuration-edit",
        path + ": this setting can't be changed here: " + why + ".",
        "Open the file in an editor and change it there.");
  }

  private static Map<List<String>, Object> plain(ConfigurationFile file) {
    Map<List<String>, Object> values = new LinkedHashMap<>();
    file.values().forEach((key, given) -> values.put(key, given.value()));
    return values;
  }

  private static Object value(String toml) {
    List<Given> read =
        new ArrayList<>(ConfigurationFile.parse(Path.of(""), "value = " + toml).values().values());
    if (read.isEmpty()) {
      throw new IllegalArgumentException("no value: " + toml);
    }
    return read.get(0).value();
  }

  private static String unmarked(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
