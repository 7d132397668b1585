package org.tonearm.doctor;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What runs: Java, the system, the parts by their versions, and which variables are set. */
final class ProgramFacts {
  private static final List<String> PROPERTIES =
      List.of(
          "java.version",
          "java.vendor",
          "java.vm.name",
          "os.name",
          "os.version",
          "os.arch",
          "file.encoding",
          "sun.jnu.encoding",
          "user.language");

  private static final List<String> VARIABLES =
      List.of(
          "TONEARM_HOME",
          "TONEARM_JAVA_OPTS",
          "JAVA_HOME",
          "XDG_DATA_HOME",
          "XDG_CONFIG_HOME",
          "OMP_NUM_THREADS",
          "OPENBLAS_NUM_THREADS",
          "LC_ALL",
          "LANG");

  private ProgramFacts() {}

  /**
   * One a line.
   *
   * @param names whether the values of variables may be told
   */
  static List<String> lines(boolean names) {
    List<String> lines = new ArrayList<>();
    PROPERTIES.forEach(name -> lines.add(name + " = " + System.getProperty(name, "")));
    for (String name : VARIABLES) {
      String value = System.getenv(name);
      String told = names ? value : "set";
      lines.add(name + (value == null ? " is not set" : " = " + told));
    }
    parts().forEach(lines::add);
    return lines;
  }

  /** Names of the jars, without the folders they lie in. */
  private static Stream<String> parts() {
    return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
        .map(entry -> new File(entry).getName())
        .filter(name -> name.endsWith(".jar"))
        .sorted();
  }
}
