package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.composition.Parts;
import org.tonearm.model.network.paper.PaperNetworks;
import org.tonearm.model.suite.cost.NetworkCosts;

final class BenchVerbTest {
  @TempDir Path temp;

  @Test
  void theSecondScanOpensNoFile() throws IOException {
    Bench bench = new Bench(temp.resolve("data"));
    int code =
        bench.run("bench", "scan", "--files", "40", "--compare", "0", "--folder", temp, "--json");
    assertThat(code).as(bench.err()).isEqualTo(ExitCode.GOOD);
    JsonNode figures = bench.json().get(0);
    assertThat(figures).hasSize(2);
    assertThat(figures.get(0).path("read").asInt()).isEqualTo(40);
    assertThat(figures.get(1).path("files").asInt()).isEqualTo(40);
    assertThat(figures.get(1).path("read").asInt(-1)).isZero();
    assertThat(figures.get(1).path("peakHeapBytes").asLong()).isPositive();
  }

  @Test
  void tracksAreHeardByTheModelsThatTheConfigurationNames() throws IOException {
    Path data = temp.resolve("data");
    learnt("genre-wu-indrnn-2", "genre-mine-1", data.resolve("models/genre-mine-1"));
    Files.writeString(
        data.resolve("tonearm.toml"),
        "[tagging]\nfields = [\"genre\"]\n[models]\ngenre = \"genre-mine-1\"\n");
    Path song = Files.write(temp.resolve("song.wav"), TinyWave.bytes(1));
    Bench bench = new Bench(data, Parts.installed());
    Path bad = Files.writeString(temp.resolve("bad.wav"), "no sound");
    assertThat(bench.run("bench", "tracks", "--json", bad, song))
        .as(bench.err())
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.err()).contains("Left out: ").contains("bad.wav");
    JsonNode figures = bench.json().get(0);
    assertThat(figures.path("stages").findValuesAsText("stage"))
        .containsExactly("decode", "features", "genre-mine-1");
    // The run would have ended with an error if it knew no such model.
    assertThat(figures.at("/oneJob/tracks").asInt()).isEqualTo(1);
    assertThat(bench.run("bench", "tracks", bad)).isNotEqualTo(ExitCode.GOOD);
    assertThat(bench.err()).contains("bad.wav");
    assertThat(bench.run("bench", "tracks", "--config", temp.resolve("none.toml"), song))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("none.toml");
  }

  @Test
  void aNetworkIsMeasuredInAProcessOfItsOwn() throws Exception {
    Bench bench = new Bench(temp.resolve("data"));
    Path out = temp.resolve("papers");
    int code = bench.run("bench", "networks", "--network", "dai-dnn-1024", "--out", out, "--json");
    assertThat(code).as(bench.err()).isEqualTo(ExitCode.GOOD);
    assertThat(bench.err()).contains("networks: 1 of 1, dai-dnn-1024");
    JsonNode cost = bench.json().get(0).get(0);
    assertThat(cost.path("network").asText()).isEqualTo("dai-dnn-1024");
    // 525 inputs, 1024 units, 14 labels, each with its bias
    assertThat(cost.path("parameters").asInt()).isEqualTo(526 * 1024 + 1025 * 14);
    assertThat(cost.path("secondsPerStep").asDouble()).isPositive();
    assertThat(cost.path("inferenceMillis").asDouble()).isPositive();
    if (Files.exists(Path.of("/proc/self/status"))) {
      assertThat(cost.path("programBytes").asLong()).isPositive();
      assertThat(cost.path("peakBytes").asLong())
          .as("the weights, at least, over what the program had without them")
          .isGreaterThan(cost.path("programBytes").asLong() + 4 * 526 * 1024);
    }
    assertThat(NetworkCosts.in(out).of(PaperNetworks.byId("dai-dnn-1024").orElseThrow()))
        .isPresent();
    assertThat(bench.run("bench", "networks", "--network", "dnn")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("--network names dnn").contains("song-lstm");
  }

  /** A shipped model under another name in the user's folder, as if it was trained there. */
  private static void learnt(String shipped, String id, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : List.of("model.json", "network.bin", "statistics.bin", "card.md")) {
      String resource = "/org/tonearm/model/pretrained/" + shipped + "/" + name;
      try (InputStream in = BenchVerbTest.class.getResourceAsStream(resource)) {
        byte[] bytes = in.readAllBytes();
        Files.write(
            folder.resolve(name),
            name.equals("model.json")
                ? new String(bytes, StandardCharsets.UTF_8)
                    .replace(shipped, id)
                    .getBytes(StandardCharsets.UTF_8)
                : bytes);
      }
    }
  }

  @Test
  void thePanelIsDrivenThroughEveryStep() throws IOException {
    Bench bench = new Bench(temp.resolve("data"));
    int code = bench.run("bench", "panel", "--rows", "300", "--points", "200", "--json");
    assertThat(code).as(bench.err()).isEqualTo(ExitCode.GOOD);
    JsonNode figures = bench.json().get(0);
    assertThat(figures.findValuesAsText("step"))
        .contains("fill", "scroll by the wheel", "type into the search", "filter", "zoom the map");
    for (JsonNode step : figures) {
      assertThat(step.path("times").asInt()).isPositive();
      assertThat(step.path("most").asDouble()).isGreaterThanOrEqualTo(step.path("p99").asDouble());
    }
  }
}
