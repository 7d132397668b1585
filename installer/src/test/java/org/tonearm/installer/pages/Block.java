package org.tonearm.installer.pages;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A fenced block of a page.
 *
 * @param page the Markdown file
 * @param line where its fence opens, from 1
 * @param language as the fence says; "" for none, which is that of commands
 * @param reason why it is not run, as the comment before it says
 * @param first commands that stand in a comment before it, and are run before it
 * @param lines what stands in it, without the fence's own indentation
 */
record Block(
    Path page,
    int line,
    String language,
    Optional<String> reason,
    List<String> first,
    List<String> lines) {
  Block {
    first = List.copyOf(first);
    lines = List.copyOf(lines);
  }

  /** Whether a reader is to type it into a shell. */
  boolean isCommands() {
    return language.isEmpty() || language.equals("sh");
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  /** As people look for it: page and line. */
  String place(Path root) {
    return root.relativize(page) + ":" + line;
  }
}
