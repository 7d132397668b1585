package org.tonearm.api.host;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tonearm.api.Stability;

/**
 * The machine as a host sees it.
 *
 * @param system the kind of system
 * @param home the user's home folder
 * @param variables the environment variables
 * @param programs file names of the programs that run now, in lower case; asked anew each time,
 *     since programs come and go
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
    return new HostEnvironment(
        HostSystem.of(System.getProperty("os.name")),
        Path.of(System.getProperty("user.home")),
        System.getenv(),
        () ->
            ProcessHandle.allProcesses()
                .flatMap(process -> process.info().command().stream())
                .map(command -> command.substring(lastSeparator(command) + 1))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()));
  }

  private static int lastSeparator(String command) {
    return Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\'));
  }
}
