package org.tonearm.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.model.classifier.Hearing;
import org.tonearm.model.classifier.NetworkListener;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.network.inference.NetworkWeights;

class NetworkTrainingTest {
  private static final int EPOCHS = 6;

  @TempDir Path folder;

  /** Stops a training as a kill would, after the checkpoint of an epoch. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static NetworkTraining pictures(Path root, TrainingListener listener) {
    return new NetworkTraining(
        TinyMusic.pictures(EPOCHS), "", BandLayout.pictures(), 3, root, listener);
  }

  private static NetworkTraining training(Path root, TrainingListener listener) {
    return new NetworkTraining(TinyMusic.recipe(EPOCHS), "", TinyMusic.BANDS, 3, root, listener);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aKilledTrainingGoesOnToTheSameNetwork(boolean seen) throws Exception {
    BiFunction<Path, TrainingListener, NetworkTraining> kind =
        seen ? NetworkTrainingTest::pictures : NetworkTrainingTest::training;
    List<Example> examples = seen ? TinyMusic.seen(10) : TinyMusic.examples(10);
    TrainedNetwork whole =
        kind.apply(folder.resolve("whole"), TrainingListener.SILENT).train("t", examples);
    Path broken = folder.resolve("broken");
    TrainingListener killing =
        (stage, done, total, note) -> {
          if (done == 3) {
            throw new Killed();
          }
        };
    assertThatThrownBy(() -> kind.apply(broken, killing).train("t", examples))
        .isInstanceOf(Killed.class);
    TrainedNetwork resumed = kind.apply(broken, TrainingListener.SILENT).train("t", examples);
    assertThat(resumed.curve()).hasSize(EPOCHS);
    for (int e = 0; e < EPOCHS; e++) {
      assertThat(resumed.curve().get(e)).isCloseTo(whole.curve().get(e), within(1e-4));
    }
    try (NetworkListener a = whole.listener("quadrant");
        NetworkListener b = resumed.listener("quadrant")) {
      Frames heard = examples.get(0).heard(Hearing.of(whole.weights()));
      double[] one = a.logProbabilities(heard);
      double[] other = b.logProbabilities(heard);
      for (int i = 0; i < one.length; i++) {
        assertThat(other[i]).isCloseTo(one[i], within(1e-3));
      }
    }
  }

  @Test
  void answersOneQuestionAlone() throws Exception {
    NetworkTraining alone =
        new NetworkTraining(
            TinyMusic.recipe(1), "quadrant", TinyMusic.BANDS, 3, folder, TrainingListener.SILENT);
    TrainedNetwork network = alone.train("t", TinyMusic.examples(10));
    assertThat(network.weights().heads())
        .extracting(NetworkWeights.Output::name)
        .containsExactly("quadrant");
  }

  @Test
  void learnsWhatCanBeHeard() throws Exception {
    assertThat(right(training(folder, TrainingListener.SILENT), TinyMusic.examples(16)))
        .isGreaterThanOrEqualTo(13);
  }

  @Test
  void learnsWhatCanBeSeenInAPicture() throws Exception {
    assertThat(right(pictures(folder, TrainingListener.SILENT), TinyMusic.seen(16)))
        .isGreaterThanOrEqualTo(13);
  }

  /** Of 16 clips held out. */
  private static int right(NetworkTraining training, List<Example> examples) throws Exception {
    TrainedNetwork network = training.train("t", examples.subList(0, 48));
    int right = 0;
    try (NetworkListener listener = network.listener("quadrant")) {
      for (Example example : examples.subList(48, 64)) {
        double[] log = listener.logProbabilities(example.heard(Hearing.of(network.weights())));
        int best = 0;
        for (int i = 1; i < log.length; i++) {
          best = log[i] > log[best] ? i : best;
        }
        right += Targets.QUADRANTS.get(best).equals(Targets.quadrant(example.clip())) ? 1 : 0;
      }
    }
    return right;
  }
}
