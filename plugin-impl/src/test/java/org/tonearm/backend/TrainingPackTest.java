package org.tonearm.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tonearm.api.ConfigurationException;

final class TrainingPackTest {
  @Test
  void withoutThePackTrainingIsRefusedWithTheWayOut() {
    assertThatThrownBy(() -> new TrainingPack(false).demand("train"))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e -> {
              assertThat(e.code()).isEqualTo("no-training-pack");
              assertThat(e).hasMessageContaining("'tonearm train'");
              assertThat(e.remedy()).contains("docs/install.md");
            });
  }

  @Test
  void aBuildFromSourcesHasIt() {
    assertThatCode(() -> TrainingPack.ofThisComputer().demand("train")).doesNotThrowAnyException();
    assertThat(TrainingPack.isMissingIn(new NoClassDefFoundError("org/nd4j/linalg/factory/Nd4j")))
        .as("here the part is there, so the cause is another")
        .isFalse();
  }
}
