package org.tonearm.installer.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the project and what stands between their fences. */
final class Pages {
  /** Before a block that can't be run: {@code <!-- not run: needs root -->}. */
  private static final Pattern NOT_RUN = Pattern.compile("\\s*<!-- not run: (.+) -->\\s*");

  /** Before a block that needs something that another page tells of. */
  private static final Pattern FIRST = Pattern.compile("\\s*<!-- first: (.+) -->\\s*");

  private static final String FENCE = "```";

  /** Records of what was done and decided; nobody follows them. */
  private static final List<String> NOT_FOLLOWED = List.of("CHANGELOG.md", "DECISIONS.md");

  private final Path root;

  /**
   * @param root the project's folder
   */
  Pages(Path root) {
    this.root = root;
  }

  /** README, CONTRIBUTING, then the others in the order of their names. */
  List<Path> all() throws IOException {
    try (Stream<Path> top = Files.list(root);
        Stream<Path> docs = Files.walk(root.resolve("docs"))) {
      return Stream.concat(top.sorted(), docs.sorted())
          .filter(page -> page.toString().endsWith(".md"))
          .filter(page -> !NOT_FOLLOWED.contains(page.getFileName().toString()))
          .toList();
    }
  }

  List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (Path page : all()) {
      blocks.addAll(of(page));
    }
    return blocks;
  }

  static List<Block> of(Path page) throws IOException {
    List<Block> blocks = new ArrayList<>();
    List<String> inside = new ArrayList<>();
    List<String> first = new ArrayList<>();
    Optional<String> reason = Optional.empty();
    String open = null;
    int opened = 0;
    int number = 0;
    for (String line : Files.readAllLines(page)) {
      number++;
      if (open == null && line.strip().startsWith(FENCE)) {
        open = line;
        opened = number;
      } else if (open == null) {
        Matcher notRun = NOT_RUN.matcher(line);
        Matcher before = FIRST.matcher(line);
        if (notRun.matches()) {
          reason = Optional.of(notRun.group(1));
        } else if (before.matches()) {
          first.add(before.group(1));
        } else if (!line.isBlank()) {
          reason = Optional.empty();
          first.clear();
        }
      } else if (line.strip().equals(FENCE)) {
        String language = open.strip().substring(FENCE.length());
        blocks.add(new Block(page, opened, language, reason, first, inside));
        inside.clear();
        first.clear();
        reason = Optional.empty();
        open = null;
      } else {
        inside.add(line.substring(Math.min(open.indexOf(FENCE), indentation(line))));
      }
    }
    if (open != null) {
      throw new IOException(page + ":" + opened + ": the fence is not closed");
    }
    return blocks;
  }

  private static int indentation(String line) {
    return line.length() - line.stripLeading().length();
  }
}
