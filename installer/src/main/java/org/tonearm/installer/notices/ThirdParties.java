package org.tonearm.installer.notices;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What is to be told of the parts of others: which they are, their licences, and the texts of
 * these, as the parts carry them with them or else as they are kept.
 *
 * @param parts by name
 * @param kept texts of parts that carry none
 */
public record ThirdParties(List<Part> parts, KeptTexts kept) {
  private static final Pattern TEXT =
      Pattern.compile(
          "(?i)(.*/)?[^/]*(?<![a-z])(LICEN[CS]E|NOTICE|COPYING)[^/]*(?<!\\.(class|java|html))");

  /** Copies the list. */
  public ThirdParties {
    parts = List.copyOf(parts);
  }

  /** Those that may not be linked. */
  public List<Part> refused() {
    return parts.stream().filter(part -> !part.licence().usable()).toList();
  }

  /** The page. */
  public String text() throws IOException {
    StringBuilder page = new StringBuilder();
    page.append(
        "Parts of others, by the licence under which they are used. The Java runtime of a\n");
    page.append(
        "package is OpenJDK, GPL-2.0 with Classpath exception; its texts lie in its folder\n");
    page.append("lib/runtime/legal.\n");
    byLicence()
        .forEach(
            (licence, names) ->
                page.append('\n')
                    .append(licence)
                    .append("\n  ")
                    .append(String.join("\n  ", names))
                    .append('\n'));
    List<Part> untold = untold();
    if (!untold.isEmpty()) {
      page.append(
          "\nWithout a text of their own here; their licences stand at the addresses above\n");
      untold.forEach(part -> page.append("  ").append(part.name()).append('\n'));
    }
    page.append("\nThe texts of these licences, and notices\n");
    texts()
        .forEach(
            (text, names) ->
                page.append("\n\f\n")
                    .append(String.join(", ", names))
                    .append("\n\n")
                    .append(text)
                    .append('\n'));
    return page.toString();
  }

  private Map<String, Set<String>> byLicence() {
    Map<String, Set<String>> groups = new TreeMap<>();
    for (Part part : parts) {
      groups
          .computeIfAbsent(part.licence().shown(), any -> new TreeSet<>())
          .add(part.name() + " " + part.version() + ": " + String.join("; or ", part.licences()));
    }
    return groups;
  }

  /** Those of which there is no text at all. */
  public List<Part> untold() throws IOException {
    List<Part> untold = new ArrayList<>();
    for (Part part : parts) {
      if (texts(part).isEmpty()) {
        untold.add(part);
      }
    }
    return untold;
  }

  /** Each text once, with the names of those whose it is. */
  private Map<String, Set<String>> texts() throws IOException {
    Map<String, Set<String>> texts = new LinkedHashMap<>();
    for (Part part : parts) {
      for (String text : texts(part)) {
        texts
            .computeIfAbsent(text.strip().replace("\r\n", "\n"), any -> new TreeSet<>())
            .add(part.name() + " " + part.version());
      }
    }
    return texts;
  }

  private List<String> texts(Part part) throws IOException {
    List<String> texts = new ArrayList<>();
    try (ZipFile jar = new ZipFile(part.jar().toFile())) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        if (!entry.isDirectory() && TEXT.matcher(entry.getName()).matches()) {
          texts.add(new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    texts.addAll(kept.of(part));
    return texts;
  }
}
