package org.tonearm.spark.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  private int run(String stage) {
    PrintStream before = System.err;
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      return ClusterMain.run(
          stage,
          "--master",
          "local[1]",
          "--conf",
          "spark.ui.enabled=false",
          "--output",
          folder.toString());
    } finally {
      System.setErr(before);
    }
  }
}
