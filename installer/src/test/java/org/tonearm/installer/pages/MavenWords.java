package org.tonearm.installer.pages;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks whether the modules, profiles, phases and test classes that a command line of Maven names
 * are there. No build is run within a build.
 */
final class MavenWords {
  private static final Set<String> PHASES =
      Set.of("clean", "compile", "test-compile", "test", "package", "verify");

  private final Path root;
  private final List<Path> files = new ArrayList<>();

  /**
   * @param root the project's folder
   */
  MavenWords(Path root) {
    this.root = root;
  }

  /**
   * What is wrong with a command line.
   *
   * @param words without {@code mvn} itself
   */
  List<String> faults(List<String> words) throws IOException {
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("-pl") || word.equals("-f")) {
        i++;
        if (word.equals("-pl")) {
          modules(words.get(i), faults);
        }
      } else if (word.equals("-P")) {
        profile(words.get(++i), faults);
      } else if (word.startsWith("-P")) {
        profile(word.substring(2), faults);
      } else if (word.startsWith("-Dtest=")) {
        tests(word.substring("-Dtest=".length()), faults);
      } else if (!word.startsWith("-")
          && !PHASES.contains(word)
          && !word.matches("[a-z]+:[a-z-]+")) {
        faults.add("no phase and no goal: " + word);
      }
    }
    return faults;
  }

  private void modules(String list, List<String> faults) {
    for (String module : list.split(",", -1)) {
      if (!Files.exists(root.resolve(module).resolve("pom.xml"))) {
        faults.add("no module " + module);
      }
    }
  }

  private void profile(String name, List<String> faults) throws IOException {
    for (Path pom : files("pom.xml")) {
      if (Files.readString(pom).contains("<id>" + name + "</id>")) {
        return;
      }
    }
    faults.add("no profile " + name);
  }

  private void tests(String pattern, List<String> faults) throws IOException {
    if (!pattern.equals("…") && files(pattern + ".java").isEmpty()) {
      faults.add("no test " + pattern);
    }
  }

  private List<Path> files(String name) throws IOException {
    if (files.isEmpty()) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(file -> file.toString().matches(".*(pom\\.xml|/src/test/.*\\.java)"))
            .forEach(files::add);
      }
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
    return files.stream().filter(file -> matcher.matches(file.getFileName())).toList();
  }
}
