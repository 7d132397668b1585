package org.tonearm.tag.wild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each odd file is tagged and verified, or refused untouched, as docs/wild-files.md says. */
class WildFilesTest {
  private static final Path PAGE = Path.of("..", "docs", "wild-files.md");
  private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| `?([a-z-]+)`? \\|[^|]*\\|");

  @TempDir private Path folder;

  static Stream<WildCase> cases() {
    return Stream.of(
            LinkCases.all(),
            NameCases.all(),
            StateCases.all(),
            KindCases.all(),
            Mp3Cases.all(),
            XiphCases.all(),
            Mp4Cases.all(),
            RiffCases.all())
        .flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void comesOutAsThePageSays(WildCase wild) throws Exception {
    assertThat(wild.trial().in(folder)).isEqualTo(wild.outcome());
  }

  @Test
  void thePageAndTheCasesAreTheSame() throws IOException {
    List<String> told =
        Files.readAllLines(PAGE).stream()
            .map(ROW::matcher)
            .filter(Matcher::matches)
            .filter(row -> !row.group(1).equals("file") && !row.group(1).startsWith("-"))
            .map(row -> row.group(1) + ": " + row.group(2))
            .toList();
    assertThat(told)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            cases().map(wild -> wild.row() + ": " + wild.outcome()).toList());
  }
}
