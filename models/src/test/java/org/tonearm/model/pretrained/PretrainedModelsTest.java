package org.tonearm.model.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonearm.api.Task;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.classify.WindowResult;
import org.tonearm.model.feature.listening.ListeningExtractor;
import org.tonearm.model.feature.listening.ListeningLayout;
import org.tonearm.model.feature.scattering.ScatteringPath;

class PretrainedModelsTest {
  private static final PretrainedModels MODELS = new PretrainedModels();
  private static final ListeningExtractor EXTRACTOR = new ListeningExtractor();

  static Stream<String> listening() throws Exception {
    return MODELS.installed().stream()
        .filter(model -> model.featureId().equals(EXTRACTOR.id()))
        .map(ModelInfo::id);
  }

  @Test
  void allThatShipCanBeOpened() throws Exception {
    for (ModelInfo info : MODELS.installed()) {
      MODELS.open(info.id()).close();
    }
  }

  @Test
  void theDefaultsHearListeningFrames() throws Exception {
    for (Task task : Task.values()) {
      ModelInfo first =
          MODELS.installed().stream().filter(m -> m.task() == task).findFirst().orElseThrow();
      assertThat(listening()).contains(first.id());
    }
  }

  /** The extractor leaves these rows out: that must not change an answer. */
  @ParameterizedTest
  @MethodSource("listening")
  void nothingAbove8000HertzIsHeard(String id) throws Exception {
    float[][] window = window(60);
    float[][] changed = Arrays.stream(window).map(float[]::clone).toArray(float[][]::new);
    Random random = new Random(2);
    for (ScatteringPath path : EXTRACTOR.scatteringLayout().paths()) {
      if (path.xi1() > 8000) {
        for (float[] frame : changed) {
          frame[path.row()] += (float) random.nextGaussian();
        }
      }
    }
    try (Classifier model = MODELS.open(id)) {
      WindowResult as = model.score(List.<float[][]>of(window)).get(0);
      WindowResult other = model.score(List.<float[][]>of(changed)).get(0);
      assertThat(other.logProbabilities()).containsExactly(as.logProbabilities());
      assertThat(other.music()).isEqualTo(as.music());
      assertThat(Arrays.stream(model.vote(List.of(as))).sum()).isCloseTo(1, within(1e-9));
      for (float[] frame : changed) {
        for (int row = 0; row < 200; row++) {
          frame[row] += 1;
        }
      }
      assertThat(model.score(List.<float[][]>of(changed)).get(0).logProbabilities())
          .isNotEqualTo(as.logProbabilities());
    }
  }

  /** Such as a file of 8 kHz gives: nothing in the highest bands. */
  @ParameterizedTest
  @MethodSource("listening")
  void ofANarrowBandAllIsAsLikely(String id) throws Exception {
    float[][] window = window(60);
    for (float[] frame : window) {
      for (int band = ListeningLayout.MEL_FROM; band < ListeningLayout.PITCH_FROM; band++) {
        boolean top = (band - ListeningLayout.MEL_FROM) % ListeningLayout.MEL_BANDS >= 70;
        frame[band] = top ? -11.5f : 3;
      }
    }
    try (Classifier model = MODELS.open(id)) {
      double[] told = model.vote(model.score(List.<float[][]>of(window)));
      assertThat(Arrays.stream(told).max().orElseThrow())
          .isCloseTo(1.0 / told.length, within(1e-9));
    }
  }

  /** Frames such as music might give. */
  private static float[][] window(int count) {
    Random random = new Random(1);
    float[][] window = new float[count][EXTRACTOR.dimensions()];
    for (float[] frame : window) {
      for (int row = 0; row < frame.length; row++) {
        frame[row] = (float) (-2 + random.nextGaussian());
      }
    }
    return window;
  }
}
