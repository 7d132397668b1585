package org.tonearm.spark.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.spark.job.TestHome;

/** What scripts go by. */
final class ExitCodeTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @BeforeAll
  static void java() {
    TestHome.demandJava();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "plan, There is no table 'inputs'",
        "apply, There is no table 'plan'",
        "undo, Nothing was written",
        "report, There is no table 'inputs'"
      })
  void aStageThatHasNothingToGoByIsWrongUse(String stage, String told) {
    assertThat(run(stage)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(told);
  }

  @Test
  void aJobThatBreaksOffMayBeStartedAgain() throws Exception {
    Path table = Files.createDirectories(folder.resolve("inputs/run=20260101T000000000Z"));
    Files.writeString(table.resolve("part-00000.parquet"), "This is no table.");
    Files.createFile(table.resolve("_SUCCESS"));
    assertThat(run("report")).isEqualTo(75);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("The job ended before its time", "part-00000.parquet", "Start the same command");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a{b", "a}b", "a[b", "a]b", "a*b", "a?b", "a\\b"})
  void anOutputThatSparkReadsAsAPatternIsWrongUse(String name) {
    String output = folder.resolve(name).toString();
    assertThat(run("analyze", "--output", output, "--input", folder.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(output, "'" + name.charAt(1) + "' as a pattern", "--output");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "--config, /nope.toml, /nope.toml: the configuration can't be read: there is no such file",
    "--task-minutes, 0, --task-minutes takes a number above 0",
    "--task-minutes, NaN, --task-minutes takes a number above 0",
    "--wave-tasks, 0, --wave-tasks takes a number from 1 on",
    "--input, ' ', an address is empty"
  })
  void anOptionThatCantBeMeantIsWrongUse(String option, String value, String told) {
    assertThat(run("analyze", "--output", folder.toString(), option, value)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(told);
  }

  private int run(String stage) {
    return run(stage, "--output", folder.toString());
  }

  private int run(String stage, String... options) {
    List<String> words =
        new ArrayList<>(List.of(stage, "--master", "local[1]", "--conf", "spark.ui.enabled=false"));
    words.addAll(List.of(options));
    PrintStream before = System.err;
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      return ClusterMain.run(words.toArray(String[]::new));
    } finally {
      System.setErr(before);
    }
  }
}
