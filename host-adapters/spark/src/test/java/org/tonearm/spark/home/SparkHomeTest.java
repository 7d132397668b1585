package org.tonearm.spark.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;

final class SparkHomeTest {
  @TempDir private Path folder;

  @Test
  void thePackLiesBesideTheProgram() throws Exception {
    Path launcher = Files.createDirectories(folder.resolve("bin")).resolve("tonearm");
    Files.createDirectories(folder.resolve("packs/spark/jars"));
    assertThat(SparkHome.find(Map.of(), launcher.toString()).folder())
        .isEqualTo(folder.resolve("packs/spark"));
  }

  @Test
  void oneOfTheUsersOwnComesFirst() throws Exception {
    Files.createDirectories(folder.resolve("own/jars"));
    assertThat(SparkHome.find(Map.of("SPARK_HOME", folder.resolve("own").toString()), "").folder())
        .isEqualTo(folder.resolve("own"));
  }

  @Test
  void nativesForExecutorsAreThoseOfThePackEvenThen() throws Exception {
    Path launcher = Files.createDirectories(folder.resolve("bin")).resolve("tonearm");
    Files.createDirectories(folder.resolve("own/jars"));
    Path natives = Files.createDirectories(folder.resolve("packs/spark/natives"));
    Map<String, String> environment = Map.of("SPARK_HOME", folder.resolve("own").toString());
    assertThat(SparkHome.find(environment, launcher.toString()).natives()).isEqualTo(natives);
  }

  @Test
  void withoutOneTheUserLearnsHowToGetIt() {
    assertThatThrownBy(() -> SparkHome.find(Map.of(), folder.resolve("bin/tonearm").toString()))
        .isInstanceOf(ConfigurationException.class)
        .hasFieldOrPropertyWithValue("code", "no-spark")
        .hasMessageContaining("Apache Spark")
        .extracting("remedy")
        .asString()
        .contains("SPARK_HOME");
  }
}
