package org.tonearm.installer.notices;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
 * What is to be told of the parts of others: which they are, their licences, and the licence and
 * notice texts that they carry with them.
 *
 * @param parts by name
 */
public record ThirdParties(List<Part> parts) {
  private static final Pattern TEXT =
      Pattern.compile("(?i)(META-INF/)?(LICEN[CS]E|NOTICE|COPYING)[^/]*");

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
    page.append("Parts of others in this package, by the licence under which they are used.\n");
    page.append(
        "The Java runtime is OpenJDK, GPL-2.0 with Classpath exception; its own texts lie in");
    page.append(" lib/runtime/legal.\n");
    byLicence()
        .forEach(
            (licence, names) ->
                page.append('\n')
                    .append(licence)
                    .append("\n  ")
                    .append(String.join("\n  ", names))
                    .append('\n'));
    page.append("\nThe texts that these parts carry with them\n");
    carried()
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

  /** Each text once, with the names of those that carry it. */
  private Map<String, Set<String>> carried() throws IOException {
    Map<String, Set<String>> texts = new LinkedHashMap<>();
    for (Part part : parts) {
      try (ZipFile jar = new ZipFile(part.jar().toFile())) {
        for (ZipEntry entry : Collections.list(jar.entries())) {
          if (!entry.isDirectory() && TEXT.matcher(entry.getName()).matches()) {
            String text =
                new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
            texts
                .computeIfAbsent(text.strip().replace("\r\n", "\n"), any -> new TreeSet<>())
                .add(part.name() + " " + part.version());
          }
        }
      }
    }
    return texts;
  }
}
