package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.List;

/** How other programs start Tonearm. */
final class Launcher {
  private Launcher() {}

  /** The program that started this process, or else Java itself with the same parts. */
  static List<String> words() {
    for (String property : List.of("tonearm.launcher", "jpackage.app-path")) {
      String program = System.getProperty(property, "");
      if (!program.isEmpty()) {
        return List.of(program);
      }
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName());
  }
}
