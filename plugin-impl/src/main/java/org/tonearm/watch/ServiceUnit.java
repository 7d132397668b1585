package org.tonearm.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tonearm.api.ConfigurationException;

/** The systemd user unit of a watch. Writes and removes the file; never enables anything. */
public final class ServiceUnit {
  /** Name of the unit. */
  public static final String NAME = "tonearm-watch.service";

  private static final String TEMPLATE = "tonearm-watch.service";
  private static final String MARK = "# Made by 'tonearm watch --install-service'.";

  private final Path file;

  /**
   * @param folder of the user's units
   */
  public ServiceUnit(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /** Of the user: {@code $XDG_CONFIG_HOME/systemd/user}, else below {@code ~/.config}. */
  public static ServiceUnit ofUser(Map<String, String> environment, Path home) {
    Path xdg = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
    Path configurations = xdg.isAbsolute() ? xdg : home.resolve(".config");
    return new ServiceUnit(configurations.resolve("systemd/user"));
  }

  /** Where the unit lies. */
  public Path file() {
    return file;
  }

  /**
   * Writes the unit, in place of an older one of Tonearm's.
   *
   * @param command program and arguments
   * @param folder in which it runs, so that relative paths lead where they do now
   * @param environment variables that it needs
   * @throws ConfigurationException {@code service-unit} if there is a unit that is not Tonearm's,
   *     or it can't be written
   */
  public void install(List<String> command, Path folder, Map<String, String> environment)
      throws ConfigurationException {
    demandOwn();
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text(command, folder, environment));
    } catch (IOException e) {
      throw fault(file + " can't be written: " + e.getMessage(), e);
    }
  }

  /**
   * Removes it.
   *
   * @return whether there was one
   * @throws ConfigurationException {@code service-unit} as for install
   */
  public boolean uninstall() throws ConfigurationException {
    demandOwn();
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw fault(file + " can't be removed: " + e.getMessage(), e);
    }
  }

  private void demandOwn() throws ConfigurationException {
    try {
      if (Files.exists(file) && !Files.readString(file).startsWith(MARK)) {
        throw fault(file + " is there already, and is not Tonearm's; it is left alone", null);
      }
    } catch (IOException e) {
      throw fault(file + " can't be read: " + e.getMessage(), e);
    }
  }

  static String text(List<String> command, Path folder, Map<String, String> environment)
      throws IOException {
    String start =
        command.stream()
            .map(word -> quoted(word.replace("$", "$$")))
            .collect(Collectors.joining(" "));
    String variables =
        environment.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> "Environment=" + quoted(each.getKey() + "=" + each.getValue()) + "\n")
            .collect(Collectors.joining());
    try (InputStream in = ServiceUnit.class.getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@MARK@", MARK)
          .replace("@FOLDER@", folder.toString().replace("%", "%%"))
          .replace("@ENVIRONMENT@\n", variables)
          .replace("@START@", start);
    }
  }

  /** As systemd reads words: in quotes, with its own marks doubled. */
  private static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%") + '"';
  }

  private static ConfigurationException fault(String message, IOException cause) {
    return new ConfigurationException(
        "service-unit",
        message,
        "Look at the file, move it away if you can spare it, and try" + " again.",
        cause);
  }
}
