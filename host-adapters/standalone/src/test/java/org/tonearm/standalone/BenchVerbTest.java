package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
