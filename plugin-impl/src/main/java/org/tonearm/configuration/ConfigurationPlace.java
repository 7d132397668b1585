package org.tonearm.configuration;

import java.nio.file.Path;
import java.util.Map;

/** Where the configuration file lies if no option names one. */
public final class ConfigurationPlace {
  /** The file's name. */
  public static final String NAME = "tonearm.toml";

  private ConfigurationPlace() {}

  /**
   * The user's: in {@code TONEARM_HOME} if set, else in the folder that the system has for
   * configurations.
   *
   * @param environment as of {@link System#getenv()}
   * @param userHome the home folder
   * @param osName as of the system property {@code os.name}
   */
  public static Path of(Map<String, String> environment, Path userHome, String osName) {
    String own = environment.getOrDefault("TONEARM_HOME", "");
    if (!own.isEmpty()) {
      return Path.of(own).toAbsolutePath().resolve(NAME);
    }
    if (osName.startsWith("Windows") && environment.containsKey("APPDATA")) {
      return Path.of(environment.get("APPDATA"), "Tonearm", NAME);
    }
    if (osName.startsWith("Mac")) {
      return userHome.resolve("Library/Application Support/Tonearm").resolve(NAME);
    }
    Path xdg = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
    // The base directory specification has relative paths ignored.
    Path configurations = xdg.isAbsolute() ? xdg : userHome.resolve(".config");
    return configurations.resolve("tonearm").resolve(NAME);
  }
}
