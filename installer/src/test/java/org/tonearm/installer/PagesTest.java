package org.tonearm.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonearm.standalone.TonearmCommand;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The pages tell what is there: their links lead somewhere, their commands and options exist. */
final class PagesTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern VERB = Pattern.compile("(?:^|[\\s`])(?:\\./)?tonearm ([a-z]+)\\b");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])(--[a-z][a-z-]*)");

  /** Written by training; until then the pages speak of them ahead. */
  private static final Pattern CARD = Pattern.compile("/pretrained/[a-z0-9-]+/card\\.md$");

  private static final String MODELS =
      "models/src/main/resources/org/tonearm/model/pretrained/models.txt";

  private final Path root = Path.of("").toAbsolutePath().getParent();

  @Test
  void linksLeadSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        String target = link.group(1);
        if (!target.matches("(https?|mailto):.*") && !leads(page, target)) {
          broken.add(root.relativize(page) + " -> " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyVerbHasItsPage() {
    assertThat(verbs().keySet())
        .isNotEmpty()
        .allSatisfy(verb -> assertThat(root.resolve("docs/commands/" + verb + ".md")).exists());
  }

  @Test
  void everyOptionStandsOnItsVerbsPage() throws IOException {
    for (Map.Entry<String, Set<String>> verb : verbs().entrySet()) {
      String page = Files.readString(root.resolve("docs/commands/" + verb.getKey() + ".md"));
      assertThat(verb.getValue())
          .filteredOn(option -> option.startsWith("--"))
          .as(verb.getKey())
          .allSatisfy(option -> assertThat(page).contains("`" + option));
    }
  }

  @Test
  void commandsInCodeBlocksExist() throws IOException {
    Map<String, Set<String>> verbs = verbs();
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    for (Path page : pages()) {
      for (String line : code(page)) {
        Matcher verb = VERB.matcher(line);
        if (!verb.find()) {
          continue;
        }
        seen++;
        Set<String> options = verbs.get(verb.group(1));
        Matcher option = OPTION.matcher(line.replaceFirst("\\s#.*", ""));
        while (option.find()) {
          if (options == null || !options.contains(option.group(1))) {
            wrong.add(root.relativize(page) + ": " + option.group(1) + " in " + line);
          }
        }
        if (options == null) {
          wrong.add(root.relativize(page) + ": " + line);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(seen).isGreaterThan(20);
  }

  private boolean leads(Path page, String target) throws IOException {
    int hash = target.indexOf('#');
    String file = hash < 0 ? target : target.substring(0, hash);
    Path to = file.isEmpty() ? page : page.getParent().resolve(file).normalize();
    if (!Files.exists(to)) {
      return CARD.matcher(target).find() && !Files.exists(root.resolve(MODELS));
    }
    return hash < 0
        || Files.readString(to)
            .lines()
            .filter(line -> line.startsWith("#"))
            .anyMatch(line -> anchor(line).equals(target.substring(hash + 1)));
  }

  /** As Markdown hosts name headings. */
  private static String anchor(String heading) {
    return heading
        .replaceFirst("^#+\\s*", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9 _-]", "")
        .replace(' ', '-');
  }

  private List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> top = Files.list(root);
        Stream<Path> docs = Files.walk(root.resolve("docs"))) {
      Stream.concat(top, docs).filter(p -> p.toString().endsWith(".md")).forEach(pages::add);
    }
    assertThat(pages).hasSizeGreaterThan(10);
    return pages;
  }

  /** Lines inside fences. */
  private static List<String> code(Path page) throws IOException {
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(page)) {
      if (line.strip().startsWith("```")) {
        inside = !inside;
      } else if (inside) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** Each verb's options, read off picocli's own annotations. */
  private static Map<String, Set<String>> verbs() {
    Map<String, Set<String>> verbs = new TreeMap<>();
    Set<String> inherited = options(TonearmCommand.class);
    for (Class<?> verb : TonearmCommand.class.getAnnotation(Command.class).subcommands()) {
      Set<String> options = options(verb);
      for (Class<?> below : verb.getAnnotation(Command.class).subcommands()) {
        options.addAll(options(below));
      }
      inherited.stream().filter(o -> !o.equals("--version")).forEach(options::add);
      verbs.put(verb.getAnnotation(Command.class).name(), options);
    }
    return verbs;
  }

  private static Set<String> options(Class<?> type) {
    Set<String> names = new HashSet<>();
    if (type.getSuperclass() != null) {
      names.addAll(options(type.getSuperclass()));
    }
    for (Field field : type.getDeclaredFields()) {
      add(field.getAnnotation(Option.class), names);
      if (has(field.getAnnotations(), Mixin.class) || has(field.getAnnotations(), ArgGroup.class)) {
        names.addAll(options(field.getType()));
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      add(method.getAnnotation(Option.class), names);
    }
    return names;
  }

  private static void add(Option option, Set<String> names) {
    if (option != null) {
      Collections.addAll(names, option.names());
    }
  }

  private static boolean has(Annotation[] annotations, Class<?> type) {
    return Stream.of(annotations).anyMatch(type::isInstance);
  }
}
