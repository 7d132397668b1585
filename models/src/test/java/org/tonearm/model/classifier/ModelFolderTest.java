package org.tonearm.model.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

class ModelFolderTest {
  private static final int DIMENSIONS = 5;
  private static final int FRAMES = 8;

  @TempDir Path folder;

  private final Random random = new Random(8);

  @Test
  void aWrittenModelScoresAsTheOneInMemory() throws Exception {
    ModelParts parts = parts();
    ModelFolder.write(folder.resolve("tiny"), parts);
    UserModels models = new UserModels(folder);
    assertThat(models.installed()).containsExactly(parts.info());
    List<float[][]> windows = List.of(window(20), window(3), window(8));
    try (Classifier memory = new JoinedClassifier(parts);
        Classifier disk = models.open("tiny-1")) {
      double[] a = memory.vote(memory.score(windows));
      double[] b = disk.vote(disk.score(windows));
      assertThat(a[0] + a[1]).isCloseTo(1, within(1e-9));
      assertThat(b[0]).isCloseTo(a[0], within(1e-2)); // weights travel in half precision
    }
  }

  /** Scores as they were when the folder was written, before there were other formats. */
  @Test
  void aModelOfTheFirstFormatScoresAsEver() throws Exception {
    ModelSource source = name -> ModelFolderTest.class.getResourceAsStream("first-format/" + name);
    double[][] golden = {
      {20, -0.6508063886715232, -0.7547306829897191, 0.4771318168222568},
      {3, -0.7569238498909986, -0.6451347988989142, 0.3995879227138016},
      {8, -0.6370707437188494, -0.7780593828508271, 0.4797634805832517}
    };
    try (Classifier classifier = new JoinedClassifier(ModelFolder.read(source))) {
      for (double[] wanted : golden) {
        int frames = (int) wanted[0];
        float[][] window = new float[frames][DIMENSIONS];
        for (int i = 0; i < frames; i++) {
          for (int j = 0; j < DIMENSIONS; j++) {
            window[i][j] = (float) Math.sin(frames + 1.3 * i + 0.7 * j);
          }
        }
        WindowResult result = classifier.score(List.<float[][]>of(window)).get(0);
        assertThat(result.logProbabilities()[0]).isCloseTo(wanted[1], within(1e-6));
        assertThat(result.logProbabilities()[1]).isCloseTo(wanted[2], within(1e-6));
        assertThat(result.music()).isCloseTo(wanted[3], within(1e-6));
      }
    }
  }

  @Test
  void aModelOfALaterFormatIsRefused() throws Exception {
    ModelFolder.write(folder.resolve("tiny"), parts());
    Path about = folder.resolve("tiny/model.json");
    String text = Files.readString(about);
    assertThat(text).contains("\"format\" : 1");
    Files.writeString(about, text.replace("\"format\" : 1", "\"format\" : 6"));
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> new UserModels(folder).open("tiny-1"))
        .isInstanceOf(org.tonearm.api.ConfigurationException.class)
        .hasMessageContaining("later version");
  }

  @Test
  void aWindowsScoreDoesNotDependOnItsNeighbours() {
    float[][] window = window(20);
    try (Classifier classifier = new JoinedClassifier(parts())) {
      WindowResult alone = classifier.score(List.<float[][]>of(window)).get(0);
      WindowResult among = classifier.score(List.of(window(8), window, window(15))).get(1);
      assertThat(among.logProbabilities()).containsExactly(alone.logProbabilities());
      assertThat(among.music()).isEqualTo(alone.music());
    }
  }

  @Test
  void aModelTrainedAnewUnderItsOldIdIsAnotherVersion() throws Exception {
    UserModels models = new UserModels(folder);
    ModelFolder.write(folder.resolve("tiny"), parts());
    String first = version(models);
    assertThat(first).startsWith("tiny-1@").isEqualTo(version(models));
    ModelFolder.write(folder.resolve("tiny"), parts()); // other weights: the source of chance moved
    assertThat(version(models)).startsWith("tiny-1@").isNotEqualTo(first);
  }

  private static String version(UserModels models) throws Exception {
    try (Classifier classifier = models.open("tiny-1")) {
      return classifier.version();
    }
  }

  @Test
  void aDamagedModelIsNamed() throws Exception {
    ModelFolder.write(folder.resolve("tiny"), parts());
    Path weights = folder.resolve("tiny/network.bin");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 3] ^= 1;
    Files.write(weights, bytes);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> new UserModels(folder).open("tiny-1"))
        .isInstanceOf(org.tonearm.api.ConfigurationException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[ \"a\", \"b\" ]|[ \"a\" ]|labels",
        "[ \"a\", \"b\" ]|[ \"a\", \"b\", \"c\" ]|3 labels",
        "[ \"a\", \"b\" ]|[ \"a\", \"a\" ]|labels",
        "\"windowFrames\" : 20|\"windowFrames\" : 0|windowFrames",
        "\"windowFrames\" : 20|\"windowFrames\" : 1048577|windowFrames",
        "\"threshold\" : 0.5|\"threshold\" : 5|threshold",
        "\"format\" : 1|\"kind\" : \"later\"|kind later",
        "\"format\" : 1|\"format\" : \"x\"|format x",
        "\"head\" : \"mood\",||no head",
        "\"head\" : \"mood\"|\"head\" : \"genre\"|no head \"genre\"",
        "\"networkShare\" : 0.5,||networkShare",
        "\"networkShare\" : 0.5|\"networkShare\" : 1.5|networkShare",
        "\"temperature\" : 1.5|\"temperature\" : 0|temperature",
        "\"temperature\" : 1.5|\"temperature\" : \"NaN\"|temperature",
        "\"temperature\"|\"temper\"|temperature"
      })
  void aModelWhosePartsDoNotFitIsNamed(String what, String instead, String fault) throws Exception {
    ModelFolder.write(folder.resolve("tiny"), parts());
    Path about = folder.resolve("tiny/model.json");
    String text = Files.readString(about);
    assertThat(text).contains(what);
    Files.writeString(about, text.replace(what, instead == null ? "" : instead));
    assertDamaged(fault);
  }

  @Test
  void statisticsThatAreChangedOrCutShortAreNamed() throws Exception {
    ModelFolder.write(folder.resolve("tiny"), parts());
    Path statistics = folder.resolve("tiny/statistics.bin");
    byte[] bytes = Files.readAllBytes(statistics);
    bytes[bytes.length / 2] ^= 1;
    Files.write(statistics, bytes);
    assertDamaged("checksum");
    Path about = folder.resolve("tiny/model.json");
    Files.writeString(about, Files.readString(about).replace("Crc32", "Unknown"));
    Files.write(statistics, Arrays.copyOf(bytes, bytes.length / 2));
    assertDamaged("cut short");
    bytes[3] = 4; // the standardizer's length
    Files.write(statistics, bytes);
    assertDamaged("");
  }

  private void assertDamaged(String fault) {
    UserModels models = new UserModels(folder);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> {
              models.open("tiny-1").close();
            })
        .isInstanceOf(org.tonearm.api.ConfigurationException.class)
        .satisfiesAnyOf(
            e -> assertThat(e).hasMessageContainingAll("tiny", "can't be read", fault),
            e -> assertThat(models.damaged().get("tiny")).hasMessageContaining(fault));
  }

  private float[][] window(int frames) {
    float[][] window = new float[frames][DIMENSIONS];
    for (float[] frame : window) {
      for (int j = 0; j < DIMENSIONS; j++) {
        frame[j] = (float) random.nextGaussian();
      }
    }
    return window;
  }

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (0.5 * random.nextGaussian());
    }
    return values;
  }

  private StatisticsModel statistics() {
    List<float[]> rows = new ArrayList<>();
    int[] labels = new int[30];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 2;
      float[] row = values(WindowStatistics.KINDS * DIMENSIONS);
      row[0] += labels[i];
      rows.add(row);
    }
    return StatisticsModel.train(SupportVectorTraining.BASELINE, rows, labels, 2);
  }

  private ModelParts parts() {
    NetworkWeights weights =
        new NetworkWeights(
            FRAMES,
            List.of(
                new NetworkWeights.Recurrent(
                    DIMENSIONS, 4, values(4 * DIMENSIONS), values(4), values(4))),
            List.of(
                new NetworkWeights.Output("mood", HeadKind.SOFTMAX, 8, 2, values(16), values(2))));
    float[] ones = {1, 1, 1, 1, 1};
    return new ModelParts(
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
            Map.of("a", "A", "b", "B")),
        "mood",
        0.5,
        new Calibration(1.5),
        List.of(new NetworkGroup(new Standardizer(new float[DIMENSIONS], ones), List.of(weights))),
        statistics(),
        new MusicGate(statistics()));
  }
}
