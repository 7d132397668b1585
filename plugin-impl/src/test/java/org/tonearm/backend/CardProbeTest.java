package org.tonearm.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** With stand-ins for the driver's program. */
@DisabledOnOs(OS.WINDOWS)
class CardProbeTest {
  private static final List<Path> DRIVER = List.of(Path.of("/no/such"), Path.of("/"));

  @Test
  void tellsTheCards() {
    CardProbe.Result found =
        probe("printf 'NVIDIA GeForce RTX 3060, 8.6\\nTesla K80, [N/A]\\nNVIDIA H200, 9.0\\n'")
            .look();
    assertThat(found.driver()).isTrue();
    assertThat(found.trouble()).isEmpty();
    assertThat(found.cards())
        .containsExactly(
            new Card("NVIDIA GeForce RTX 3060", 8, 6),
            new Card("Tesla K80", 0, 0),
            new Card("NVIDIA H200", 9, 0));
  }

  @Test
  void withoutADriverNothingIsStarted() {
    CardProbe probe = new CardProbe(List.of(Path.of("/no/such")), sh("echo 'A card, 8.6'"), 10);
    assertThat(probe.look()).isEqualTo(CardProbe.Result.NO_DRIVER);
  }

  @Test
  void aMissingProgramIsToldWhereThereIsADriver() {
    List<String> missing = List.of("/no/such/program");
    assertThat(new CardProbe(DRIVER, missing, 10).look().trouble()).contains("can't be started");
    assertThat(new CardProbe(List.of(), missing, 10).look().driver()).isFalse();
  }

  @Test
  void aFailureIsTold() {
    CardProbe.Result found =
        probe("echo 'Failed to initialize NVML: Driver/library version mismatch'; exit 18").look();
    assertThat(found.cards()).isEmpty();
    assertThat(found.trouble()).contains("version mismatch");
  }

  @Test
  void aProgramThatHangsIsLeft() {
    assertThat(new CardProbe(DRIVER, sh("exec sleep 100"), 1).look().trouble())
        .contains("does not answer");
  }

  private static CardProbe probe(String script) {
    return new CardProbe(DRIVER, sh(script), 30);
  }

  private static List<String> sh(String script) {
    return List.of("/bin/sh", "-c", script);
  }
}
