package org.tonearm.model.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.network.paper.PaperFeature;

class PaperExtractorsTest {
  private final PaperExtractors extractors = new PaperExtractors();

  @Test
  void everyKindHasItsOwn() {
    assertThat(extractors.of(PaperFeature.SCATTERING).id()).isEqualTo("scattering-525-22050-1");
    assertThat(extractors.of(PaperFeature.SCATTERING_16K).sampleRate()).isEqualTo(16_000);
    assertThat(extractors.of(PaperFeature.STFT_72).dimensions()).isEqualTo(72);
    assertThat(extractors.of(PaperFeature.STFT_33).dimensions()).isEqualTo(33);
    assertThat(extractors.of(PaperFeature.MEL).dimensions()).isEqualTo(96);
  }

  @Test
  void aModelTrainedOnThemFindsThemAsServices() {
    List<String> found =
        ServiceLoader.load(FeatureExtractor.class).stream()
            .map(provider -> provider.get().id())
            .toList();
    assertThat(found)
        .doesNotHaveDuplicates()
        .containsAll(Stream.of(PaperFeature.values()).map(f -> extractors.of(f).id()).toList());
  }
}
