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
 * @param home the user's home folder
 * @param variables the environment variables
 * @param programs file names of the programs that run now, in lower case, for a script in Python
 *     its own; asked anew each time, since programs come and go
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
                .flatMap(process -> names(process.info()))
                .collect(Collectors.toUnmodifiableSet()));
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

  private static String name(String file) {
    return file.substring(lastSeparator(file) + 1).toLowerCase(Locale.ROOT);
  }

  private static int lastSeparator(String command) {
    return Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\'));
  }
}
