package org.tonearm.api.host;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tonearm.api.Stability;

/**
 * The machine as a host sees it.
 *
 * @param system the kind of system
 * @param home the user's home folder, as programs of this system look for it
 * @param variables the environment variables
 * @param programs file names of the programs that run now, in lower case and without {@code .exe},
 *     for a script in Python its own; asked anew each time, since programs come and go
 */
@Stability(Stability.Level.EXPERIMENTAL)
public record HostEnvironment(
    HostSystem system, Path home, Map<String, String> variables, Supplier<Set<String>> programs) {
  /** Copies the map. */
  public HostEnvironment {
    variables = Map.copyOf(variables);
  }

  /** That of this process. Programs of other users may not be seen. */
  public static HostEnvironment ofProcess() {
    HostSystem system = HostSystem.of(System.getProperty("os.name"));
    return new HostEnvironment(
        system,
        home(system, System.getenv(), System.getProperty("user.home")),
        System.getenv(),
        () ->
            ProcessHandle.allProcesses()
                .flatMap(process -> names(process.info()))
                .collect(Collectors.toUnmodifiableSet()));
  }

  /** Where programs of Linux keep their settings (XDG Base Directory Specification). */
  public Path xdgConfigHome() {
    return xdg("XDG_CONFIG_HOME", ".config");
  }

  /** Where programs of Linux keep their data (the same). */
  public Path xdgDataHome() {
    return xdg("XDG_DATA_HOME", ".local/share");
  }

  /** A relative path is to be ignored. */
  private Path xdg(String variable, String usual) {
    Path said = Path.of(variables.getOrDefault(variable, ""));
    return said.isAbsolute() ? said : home.resolve(usual);
  }

  /** Programs of Unix go by HOME; Java does by what the system knows of its users. */
  static Path home(HostSystem system, Map<String, String> variables, String known) {
    String said = variables.getOrDefault("HOME", "");
    return Path.of(system != HostSystem.WINDOWS && said.startsWith("/") ? said : known);
  }

  private static Stream<String> names(ProcessHandle.Info info) {
    String command = name(info.command().orElse(""));
    Stream<String> script =
        command.startsWith("python")
            ? Stream.of(info.arguments().orElse(new String[0]))
                .filter(argument -> !argument.startsWith("-"))
                .limit(1)
                .map(HostEnvironment::name)
            : Stream.empty();
    return Stream.concat(Stream.of(command), script).filter(name -> !name.isEmpty());
  }

  static String name(String file) {
    String name = file.substring(lastSeparator(file) + 1).toLowerCase(Locale.ROOT);
    return name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
  }

  private static int lastSeparator(String command) {
    return Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\'));
  }
}
