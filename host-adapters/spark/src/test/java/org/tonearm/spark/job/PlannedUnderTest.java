package org.tonearm.spark.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;
import org.tonearm.audio.encode.AudioEncoder;
import org.tonearm.audio.encode.EncodeFormat;
import org.tonearm.audio.encode.Id3Version;
import org.tonearm.spark.command.ClusterMain;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.schema.Output;
import org.tonearm.spark.schema.Tables;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.spark.store.StoredFile;

final class PlannedUnderTest {
  private static final String OLD_ID3 = "[format.mp3]\nid3-version = \"2.3\"\n";

  @TempDir private Path folder;
  private Output output;

  @BeforeEach
  void output() {
    output = new Output(AudioUri.of(folder), new Configuration());
  }

  @Test
  void aPlanIsWrittenUnderTheConfigurationItWasMadeUnder() throws Exception {
    PlannedUnder.keep(output, "1", settings(OLD_ID3));
    assertThat(PlannedUnder.of(output, "1", settings(""), Optional.empty()))
        .isEqualTo(settings(OLD_ID3));
    assertThat(PlannedUnder.of(output, "1", settings(OLD_ID3), Optional.of(Path.of("t.toml"))))
        .isEqualTo(settings(OLD_ID3));
  }

  @Test
  void applyGoesByItThoughItIsNotNamedAgain() throws Exception {
    Path song = folder.resolve("song.mp3");
    new AudioEncoder()
        .encode(
            song,
            EncodeFormat.MP3,
            new float[][] {new float[8_000]},
            8_000,
            Id3Version.NONE,
            Map.of());
    StoredFile seen = new AudioStores(new Configuration()).of("file:///").status(AudioUri.of(song));
    SparkSession spark = LocalSpark.open(1);
    try {
      table(
          spark,
          "inputs",
          Tables.INPUTS,
          RowFactory.create(seen.uri(), seen.size(), 0L, seen.version(), 1.0, 0, null));
      Row jazz = RowFactory.create("genre", new String[0], new String[] {"Jazz"}, "test");
      table(
          spark,
          "plan",
          Tables.PLAN,
          RowFactory.create(
              1,
              seen.uri(),
              seen.size(),
              0L,
              seen.version(),
              "",
              "m.1",
              new Row[] {jazz},
              new String[0]));
    } finally {
      LocalSpark.stop(spark);
    }
    PlannedUnder.keep(output, "1", settings(OLD_ID3));

    int code =
        ClusterMain.run(
            "apply",
            "--master",
            "local[1]",
            "--conf",
            "spark.ui.enabled=false",
            "--output",
            folder.toString());
    assertThat(code).isZero();
    assertThat(Arrays.copyOf(Files.readAllBytes(song), 4)).containsExactly('I', 'D', '3', 3);
  }

  @Test
  void anotherConfigurationIsRefused() throws Exception {
    PlannedUnder.keep(output, "1", settings(""));
    assertThatThrownBy(
            () -> PlannedUnder.of(output, "1", settings(OLD_ID3), Optional.of(Path.of("t.toml"))))
        .isInstanceOf(ConfigurationException.class)
        .hasFieldOrPropertyWithValue("code", "configuration")
        .hasMessageContaining("t.toml")
        .hasMessageContaining("run 1");
  }

  @Test
  void aPlanThatKeptNoneIsWrittenUnderWhatIsGiven() throws Exception {
    assertThat(PlannedUnder.of(output, "1", settings(OLD_ID3), Optional.of(Path.of("t.toml"))))
        .isEqualTo(settings(OLD_ID3));
  }

  private void table(SparkSession spark, String name, StructType columns, Row row) {
    spark.createDataFrame(List.of(row), columns).write().parquet(output.table(name, "1"));
  }

  private static JobSettings settings(String toml) {
    return new JobSettings(
        toml, Map.of("tagging.policy", "fill"), Map.of(), Map.of("k", "v"), "test");
  }
}
