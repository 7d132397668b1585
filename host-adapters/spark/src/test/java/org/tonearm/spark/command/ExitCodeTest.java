package org.tonearm.spark.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.spark.job.TestHome;

/** What scripts go by. */
final class ExitCodeTest {
  @TempDir private Path folder;

  @BeforeAll
  static void java() {
    TestHome.demandJava();
  }

  @Test
  void aStageThatHasNothingToGoByIsWrongUse() {
    for (String stage : new String[] {"plan", "apply", "undo", "report"}) {
      assertThat(run(stage)).as(stage).isEqualTo(2);
    }
  }

  @Test
  void aJobThatBreaksOffMayBeStartedAgain() throws Exception {
    Path table = Files.createDirectories(folder.resolve("inputs/run=20260101T000000000Z"));
    Files.writeString(table.resolve("part-00000.parquet"), "This is no table.");
    Files.createFile(table.resolve("_SUCCESS"));
    assertThat(run("report")).isEqualTo(75);
  }

  private int run(String stage) {
    return ClusterMain.run(
        stage,
        "--master",
        "local[1]",
        "--conf",
        "spark.ui.enabled=false",
        "--output",
        folder.toString());
  }
}
