package org.tonearm.spark.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.resource.ResourceInformation;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.spark.job.LocalSpark;
import org.tonearm.spark.job.TestHome;

final class TaskPlaceTest {
  @TempDir private Path folder;

  @BeforeAll
  static void java() throws Exception {
    TestHome.demandJava();
    TestHome.make();
  }

  @Test
  void theDriverHearsCarefullyAndExecutorsOnceTheyFailed() {
    assertThat(TaskPlace.careful(0, 0, "driver")).isTrue();
    assertThat(TaskPlace.careful(0, 0, "0")).isFalse();
    assertThat(TaskPlace.careful(1, 0, "0")).isTrue();
    assertThat(TaskPlace.careful(0, 1, "0")).isTrue();
  }

  @Test
  void aCardIsKnownByItsAddress() {
    assertThat(TaskPlace.card(Map.of())).isEmpty();
    assertThat(TaskPlace.card(Map.of("gpu", cards("3", "5")))).hasValue(3);
    assertThat(TaskPlace.card(Map.of("gpu", cards("GPU-8932f937")))).isEmpty();
    assertThat(TaskPlace.card(Map.of("fpga", cards("1")))).isEmpty();
  }

  @Test
  void aTaskOfALocalMasterIsOnTheDriver() throws Exception {
    try (SparkSession spark = LocalSpark.open(1)) {
      assertThat(places(spark)).containsExactly("true none");
    }
  }

  /** A card that is none, up to the place where the engine would open it. */
  @Test
  void sparkHandsOutTheCardOfItsScript() throws Exception {
    Path script = folder.resolve("cards.sh");
    Files.writeString(script, "#!/bin/sh\necho '{\"name\": \"gpu\", \"addresses\": [\"2\"]}'\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    SparkSession.Builder builder = SparkSession.builder().master("local-cluster[1,1,1024]");
    TestHome.conf().forEach(builder::config);
    try (SparkSession spark =
        builder
            .config("spark.worker.resource.gpu.amount", "1")
            .config("spark.worker.resource.gpu.discoveryScript", script.toString())
            .config("spark.executor.resource.gpu.amount", "1")
            .config("spark.executor.resource.gpu.discoveryScript", script.toString())
            .config("spark.task.resource.gpu.amount", "1")
            .getOrCreate()) {
      assertThat(places(spark)).containsExactly("false 2");
    }
  }

  private static List<String> places(SparkSession spark) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(List.of(1), 1)
        .map(any -> TaskPlace.here())
        .map(TaskPlaceTest::shown)
        .collect();
  }

  private static String shown(TaskPlace place) {
    OptionalInt card = place.card();
    return place.careful() + " " + (card.isPresent() ? card.getAsInt() : "none");
  }

  private static ResourceInformation cards(String... addresses) {
    return new ResourceInformation("gpu", addresses);
  }
}
