package org.tonearm.installer.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tonearm.standalone.CommandTree;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * What can be said of a command without running it: whether Tonearm takes its options and values,
 * whether Maven finds its modules, profiles and tests, whether the scripts of the project that it
 * starts are there.
 */
final class UnrunCommands {
  private final Path root;
  private final MavenWords maven;

  /**
   * @param root the project's folder
   */
  UnrunCommands(Path root) {
    this.root = root;
    this.maven = new MavenWords(root);
  }

  /**
   * What is wrong.
   *
   * @param place is named with each fault
   */
  List<String> faults(String place, String script) throws IOException {
    List<String> faults = new ArrayList<>();
    for (List<String> words : ShellWords.commands(script)) {
      List<String> rest = words.subList(1, words.size());
      switch (words.get(0)) {
        case "tonearm", "./tonearm" -> parse(rest, faults);
        case "mvn" -> faults.addAll(maven.faults(rest));
        case "sudo", "bash", "python3", "java" -> scripts(rest, faults);
        default -> scripts(words, faults);
      }
    }
    return faults.stream().map(fault -> place + ": " + fault).toList();
  }

  private static void parse(List<String> words, List<String> faults) {
    CommandLine tonearm = CommandTree.described().commandLine();
    tonearm.setCaseInsensitiveEnumValuesAllowed(true);
    try {
      tonearm.parseArgs(words.toArray(String[]::new));
    } catch (ParameterException e) {
      faults.add(e.getMessage() + ", in: tonearm " + String.join(" ", words));
    }
  }

  private void scripts(List<String> words, List<String> faults) {
    for (String word : words) {
      if (word.matches("(installer|models|docs|host-adapters)/\\S+")
          && !word.contains("/target/")
          && !Files.exists(root.resolve(word))) {
        faults.add("no file " + word);
      }
    }
  }
}
