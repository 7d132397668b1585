package org.tonearm.spark.home;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tonearm.api.ConfigurationException;

/**
 * A Java that Spark runs on. The one that comes with a package is none: it has only what Tonearm
 * itself needs.
 *
 * @param folder with {@code bin} and {@code release}
 */
public record JavaHome(Path folder) {
  private static final List<Integer> VERSIONS = List.of(17, 21);

  /** What Spark and Hadoop's log-in ask for, beyond what Tonearm does. */
  private static final Set<String> NEEDED =
      Set.of("java.security.jgss", "jdk.security.auth", "java.management", "java.naming");

  /**
   * Looks for one: the user's by {@code JAVA_HOME}, the one that runs this, the one on the path.
   *
   * @param environment as of {@link System#getenv()}
   * @param own home of the Java that runs this
   * @throws ConfigurationException {@code no-java} if none of them will do
   */
  public static JavaHome find(Map<String, String> environment, Path own)
      throws ConfigurationException {
    List<String> faults = new ArrayList<>();
    for (Path place : places(environment, own)) {
      String fault = fault(place);
      if (fault.isEmpty()) {
        return new JavaHome(place);
      }
      faults.add(place + " " + fault);
    }
    throw new ConfigurationException(
        "no-java",
        "'tonearm cluster' needs a Java that Spark runs on: " + String.join("; ", faults) + ".",
        "Install a JDK 17 or 21 and let JAVA_HOME name its folder.");
  }

  private static Set<Path> places(Map<String, String> environment, Path own) {
    Set<Path> places = new LinkedHashSet<>();
    String named = environment.getOrDefault("JAVA_HOME", "");
    if (!named.isEmpty()) {
      places.add(Path.of(named));
    }
    places.add(own);
    onPath(environment.getOrDefault("PATH", "")).ifPresent(places::add);
    return places;
  }

  /** Behind the links by which distributions choose among several. */
  private static Optional<Path> onPath(String path) {
    for (String folder : path.split(File.pathSeparator)) {
      for (String name : List.of("java", "java.exe")) {
        Path program = Path.of(folder, name);
        if (Files.isExecutable(program)) {
          try {
            return Optional.ofNullable(program.toRealPath().getParent()).map(Path::getParent);
          } catch (IOException e) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.empty();
  }

  /** What keeps Spark from running on it; "" if nothing does. */
  private static String fault(Path home) {
    Optional<String> version = told(home, "JAVA_VERSION");
    if (version.isEmpty()) {
      return "does not tell its version (its file 'release')";
    }
    if (VERSIONS.stream().noneMatch(v -> version.get().matches(v + "([^0-9].*)?"))) {
      return "is Java " + version.get() + ", not 17 or 21";
    }
    Set<String> missing = new TreeSet<>(NEEDED);
    // Some builds of whole JDKs do not tell.
    told(home, "MODULES")
        .ifPresentOrElse(m -> missing.removeAll(List.of(m.split(" "))), missing::clear);
    return missing.isEmpty() ? "" : "lacks " + String.join(", ", missing);
  }

  private static Optional<String> told(Path home, String key) {
    try (var lines = Files.lines(home.resolve("release"))) {
      return lines
          .filter(line -> line.startsWith(key + "="))
          .map(line -> line.substring(key.length() + 1).replace("\"", "").strip())
          .findFirst();
    } catch (IOException | java.io.UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** The program. */
  String java() {
    return folder.resolve("bin").resolve("java").toString();
  }
}
