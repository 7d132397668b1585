package org.tonearm.model.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.classify.WindowResult;
import org.tonearm.model.network.HeadKind;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.pretrained.UserModels;
import org.tonearm.model.statistics.Standardizer;
import org.tonearm.model.statistics.StatisticsModel;
import org.tonearm.model.statistics.SupportVectorTraining;
import org.tonearm.model.statistics.WindowStatistics;
import org.tonearm.model.verdict.Calibration;

class PaperFolderTest {
  private static final int DIMENSIONS = 5;
  private static final int UNITS = 3;
  private static final int FRAMES = 8;

  @TempDir Path folder;

  private final Random random = new Random(8);

  @Test
  void aWrittenModelScoresAsTheOneInMemory() throws Exception {
    PaperModel model = model();
    PaperFolder.write(folder.resolve("tiny"), model);
    UserModels models = new UserModels(folder);
    assertThat(models.installed()).containsExactly(model.info());
    List<float[][]> windows = List.of(window(20), window(3), window(8));
    try (Classifier memory = new PaperClassifier(model, "memory");
        Classifier disk = models.open("tiny-1")) {
      assertThat(disk).isInstanceOf(PaperClassifier.class);
      assertThat(disk.version()).startsWith("tiny-1@");
      double[] a = memory.vote(memory.score(windows));
      double[] b = disk.vote(disk.score(windows));
      assertThat(a[0] + a[1]).isCloseTo(1, within(1e-9));
      assertThat(b[0]).isCloseTo(a[0], within(2e-2)); // weights travel in 8 bits
      assertThat(a[0]).isNotCloseTo(0.5, within(1e-3));
    }
  }

  @Test
  void aStretchIsTheMeanOfItsWindows() {
    float[][] stretch = window(2 * FRAMES);
    try (Classifier classifier = new PaperClassifier(model(), "x")) {
      double[] whole = classifier.score(List.<float[][]>of(stretch)).get(0).logProbabilities();
      List<WindowResult> halves =
          classifier.score(
              List.of(
                  java.util.Arrays.copyOf(stretch, FRAMES),
                  java.util.Arrays.copyOfRange(stretch, FRAMES, 2 * FRAMES)));
      for (int c = 0; c < 2; c++) {
        double mean =
            (halves.get(0).logProbabilities()[c] + halves.get(1).logProbabilities()[c]) / 2;
        assertThat(whole[c]).isCloseTo(mean, within(1e-9));
      }
    }
  }

  @Test
  void aWindowsScoreDoesNotDependOnItsNeighbours() {
    float[][] window = window(20);
    try (Classifier classifier = new PaperClassifier(model(), "x")) {
      WindowResult alone = classifier.score(List.<float[][]>of(window)).get(0);
      WindowResult among = classifier.score(List.of(window(8), window, window(15))).get(1);
      assertThat(among.logProbabilities()).containsExactly(alone.logProbabilities());
      assertThat(among.music()).isEqualTo(alone.music());
    }
  }

  @Test
  void theTemperatureCalibrates() {
    PaperModel model = model();
    List<WindowResult> results = List.of(new WindowResult(new double[] {-1, -3}, 1));
    try (Classifier classifier = new PaperClassifier(model, "x")) {
      double expected = 1 / (1 + Math.exp(-2 / 1.5));
      assertThat(classifier.vote(results)[0]).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void aDamagedModelIsNamed() throws Exception {
    PaperFolder.write(folder.resolve("tiny"), model());
    Path weights = folder.resolve("tiny/network.bin");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 3] ^= 1;
    Files.write(weights, bytes);
    assertThatThrownBy(() -> new UserModels(folder).open("tiny-1"))
        .isInstanceOf(ConfigurationException.class);
  }

  private float[][] window(int frames) {
    float[][] window = new float[frames][];
    for (int t = 0; t < frames; t++) {
      window[t] = values(DIMENSIONS, 1);
    }
    return window;
  }

  private float[] values(int count, double size) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (size * random.nextGaussian());
    }
    return values;
  }

  private MusicGate gate() {
    List<float[]> rows = new ArrayList<>();
    int[] labels = new int[30];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 2;
      float[] row = values(WindowStatistics.KINDS * DIMENSIONS, 0.5);
      row[0] += labels[i];
      rows.add(row);
    }
    return new MusicGate(StatisticsModel.train(SupportVectorTraining.BASELINE, rows, labels, 2));
  }

  private PaperModel model() {
    int columns = NetworkWeights.Lstm.GATES * UNITS;
    NetworkWeights weights =
        new NetworkWeights(
            FRAMES,
            List.of(
                new NetworkWeights.Lstm(
                    DIMENSIONS,
                    UNITS,
                    values(DIMENSIONS * columns, 1),
                    values(UNITS * columns, 1),
                    values(columns, 1))),
            NetworkWeights.Pooling.MEAN,
            List.of(
                new NetworkWeights.Output(
                    "mood", HeadKind.SOFTMAX, UNITS, 2, values(2 * UNITS, 2), values(2, 1))));
    ModelInfo info =
        new ModelInfo(
            "tiny-1",
            Task.MOOD,
            List.of("a", "b"),
            "five",
            20,
            0.5,
            "none",
            "none",
            "none",
            Map.of("a", "A", "b", "B"));
    float[] ones = {1, 1, 1, 1, 1};
    return new PaperModel(
        info,
        "tiny",
        "mood",
        new Calibration(1.5),
        weights,
        new Standardizer(new float[DIMENSIONS], ones),
        gate());
  }
}
