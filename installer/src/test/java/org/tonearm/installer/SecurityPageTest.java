package org.tonearm.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tonearm.installer.notices.Part;

/** The page on security speaks of the versions that the build has. */
final class SecurityPageTest {
  private static final Pattern ROW = Pattern.compile("\\| `([\\w.-]+)` \\| ([\\w.-]+) \\|");

  /** A part and its version in the tables of faults. */
  private static final Pattern SPOKEN_OF = Pattern.compile("\\| `([\\w-]+)` (\\d[\\w.]*)");

  private final Path page = Path.of("../docs/security.md");

  @Test
  void theTableHasEveryPartWithItsVersion() throws IOException {
    String wanted =
        parts().entrySet().stream()
            .map(part -> "| `" + part.getKey() + "` | " + part.getValue() + " |")
            .collect(Collectors.joining("\n"));
    assertThat(rows(ROW)).as("the rows should be%n%s", wanted).isEqualTo(parts());
  }

  @Test
  void faultsAreToldOfTheVersionsThatAreUsed() throws IOException {
    Map<String, String> parts = parts();
    Map<String, String> told = rows(SPOKEN_OF);
    assertThat(told).containsKeys("ffmpeg", "commons-lang3");
    told.forEach(
        (name, version) ->
            assertThat(parts.get(name)).as(name).matches(Pattern.quote(version) + "(-.*)?"));
  }

  private Map<String, String> rows(Pattern pattern) throws IOException {
    Map<String, String> rows = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Matcher row = pattern.matcher(Files.readString(page));
    while (row.find()) {
      rows.put(row.group(1), row.group(2));
    }
    return rows;
  }

  private static Map<String, String> parts() throws IOException {
    Map<String, String> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<Part> shipped = Part.ofClassPath(Files.readString(Path.of("target/runtime-classpath")));
    shipped.forEach(part -> parts.put(part.name(), part.version()));
    assertThat(parts).hasSizeGreaterThan(30);
    return parts;
  }
}
