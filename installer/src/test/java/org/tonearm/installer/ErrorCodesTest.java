package org.tonearm.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tonearm.doctor.BugReport;

/** The codes that an error report keeps are those of the page. */
final class ErrorCodesTest {
  private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");

  @Test
  void reportsKeepTheCodesOfThePage() throws IOException {
    Path page = Path.of("").toAbsolutePath().getParent().resolve("docs/json.md");
    List<String> told =
        Files.readString(page)
            .lines()
            .dropWhile(line -> !line.equals("## Codes of a track"))
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(0, line.indexOf('|', 1)))
            .flatMap(cell -> CODE.matcher(cell).results().map(MatchResult::group))
            .map(code -> code.replace("`", ""))
            .distinct()
            .toList();
    try (InputStream in = BugReport.class.getResourceAsStream("codes.txt")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsExactlyInAnyOrderElementsOf(told)
          .contains("no-space", "no-training-pack");
    }
  }
}
