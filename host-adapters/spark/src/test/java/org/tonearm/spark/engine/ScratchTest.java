package org.tonearm.spark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScratchTest {
  @TempDir private Path folder;

  @Test
  void liesWhereTheClusterWantsIt() throws Exception {
    String worker = Files.createDirectory(folder.resolve("worker, 1")).toString();
    String yarn = Files.createDirectory(folder.resolve("yarn")).toString();
    String own = Files.createDirectory(folder.resolve("own")).toString();
    String missing = folder.resolve("missing").toString();
    assertThat(Scratch.given(Map.of())).isEmpty();
    assertThat(Scratch.given(Map.of("SPARK_LOCAL_DIRS", ""))).isEmpty();
    assertThat(Scratch.given(Map.of("SPARK_LOCAL_DIRS", missing + "," + own)))
        .contains(Path.of(own));
    assertThat(Scratch.given(Map.of("LOCAL_DIRS", yarn + "," + missing, "SPARK_LOCAL_DIRS", own)))
        .contains(Path.of(yarn));
    assertThat(
            Scratch.given(
                Map.of(
                    "SPARK_EXECUTOR_DIRS", worker + File.pathSeparator + yarn, "LOCAL_DIRS", own)))
        .contains(Path.of(worker));
  }
}
