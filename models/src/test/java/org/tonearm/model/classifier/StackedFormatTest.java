package org.tonearm.model.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Subgenres;
import org.tonearm.api.Task;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.classify.WindowResult;
import org.tonearm.model.description.EvenLevel;
import org.tonearm.model.description.FrameProjection;
import org.tonearm.model.description.ScatteringRows;
import org.tonearm.model.description.WindowDescription;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningLayout;
import org.tonearm.model.network.HeadKind;
import org.tonearm.model.network.inference.ConvolutionWeights;
import org.tonearm.model.network.inference.GruWeights;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.stacking.DescriptionBlock;
import org.tonearm.model.stacking.DescriptionProjection;
import org.tonearm.model.stacking.Questionnaire;
import org.tonearm.model.stacking.StackedModel;
import org.tonearm.model.stacking.StackedRows;
import org.tonearm.model.stacking.SubgenreMachine;
import org.tonearm.model.statistics.GaussianKernel;
import org.tonearm.model.statistics.KernelRidge;
import org.tonearm.model.statistics.RowSet;
import org.tonearm.model.statistics.Standardizer;
import org.tonearm.model.statistics.StatisticsModel;
import org.tonearm.model.statistics.SupportVectorTraining;
import org.tonearm.model.statistics.WindowStatistics;
import org.tonearm.model.verdict.Calibration;

class StackedFormatTest {
  private static final int WINDOWS = 24;

  private static final EvenLevel LEVEL =
      new EvenLevel(0.5, 1, new int[] {1, 2, 3}, new int[] {0, 1, 2, 3});

  private final Random random = new Random(5);

  @TempDir Path folder;

  @Test
  void aWrittenModelScoresAsTheOneInMemory() throws Exception {
    StackedModel model = model();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StackedFormat.write(new DataOutputStream(bytes), model);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    StackedModel read = StackedFormat.read(in, true);
    assertThat(in.read()).isEqualTo(-1);
    for (int i = 0; i < 4; i++) {
      Frames window = window(i % 2);
      double[] wanted = model.logProbabilities(window);
      double[] found = read.logProbabilities(window);
      // Axes, rows and vectors travel in half precision.
      assertThat(found).usingComparatorWithPrecision(1e-2).containsExactly(wanted);
      assertThat(Math.exp(found[0]) + Math.exp(found[1])).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void readsWhatWasWrittenBeforeLevelsWereEvened() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StackedFormat.write(new DataOutputStream(bytes), model());
    int level = 2 * 8 + 4 + 4 * LEVEL.summed().length + 4 + 4 * LEVEL.moved().length;
    byte[] earlier = Arrays.copyOfRange(bytes.toByteArray(), level, bytes.size());
    StackedModel read =
        StackedFormat.read(new DataInputStream(new ByteArrayInputStream(earlier)), false);
    assertThat(read.description().level().share()).isZero();
    assertThat(read.description().rows().count()).isEqualTo(40);
  }

  @Test
  void aModelFolderKeepsTheKindsOfAGenre() throws Exception {
    StackedModel plain = model();
    List<float[]> rows = new ArrayList<>();
    int[] kinds = new int[WINDOWS];
    for (int i = 0; i < WINDOWS; i++) {
      kinds[i] = i % 3;
      rows.add(plain.rows().row(plain.description().of(window(i % 2))));
    }
    SubgenreMachine machine =
        new SubgenreMachine(
            "b",
            List.of("x", "y", "z"),
            SupportVectorTraining.BASELINE.train(rows, kinds, 3, StackedRows.GAMMA),
            new Calibration(2),
            0.45);
    ModelFolder.write(folder.resolve("without"), parts(plain));
    ModelFolder.write(folder.resolve("with"), parts(plain.with(List.of(machine))));
    float[][] heard = frames(window(1));
    List<WindowResult> written;
    try (Classifier classifier = new JoinedClassifier(parts(plain.with(List.of(machine))))) {
      written = classifier.score(List.<float[][]>of(heard));
    }
    try (Classifier with = new JoinedClassifier(ModelFolder.read(source("with")));
        Classifier without = new JoinedClassifier(ModelFolder.read(source("without")))) {
      List<WindowResult> results = with.score(List.<float[][]>of(heard));
      double[] further = results.get(0).further();
      assertThat(further)
          .usingComparatorWithPrecision(5e-3)
          .containsExactly(written.get(0).further());
      Subgenres told = with.subgenres(List.of(results.get(0), results.get(0))).get(0);
      assertThat(told.parent()).isEqualTo("b");
      assertThat(told.threshold()).isEqualTo(0.45);
      assertThat(told.scores())
          .extracting(LabelScore::label)
          .containsExactlyInAnyOrder("x", "y", "z");
      // At a temperature of 2, probabilities are as their square roots.
      double roots = Math.exp(further[0] / 2) + Math.exp(further[1] / 2) + Math.exp(further[2] / 2);
      LabelScore x =
          told.scores().stream().filter(s -> s.label().equals("x")).findFirst().orElseThrow();
      assertThat(x.score()).isCloseTo(Math.exp(further[0] / 2) / roots, within(1e-9));
      WindowResult bare = without.score(List.<float[][]>of(heard)).get(0);
      assertThat(bare.further()).isEmpty();
      assertThat(bare.logProbabilities()).containsExactly(results.get(0).logProbabilities());
      assertThat(without.subgenres(List.of(bare))).isEmpty();
    }
    assertThat(Files.readString(folder.resolve("without/model.json"))).doesNotContain("subgenres");
  }

  @Test
  void severalNetworksAreKeptAndTheirLogProbabilitiesAveraged() throws Exception {
    StackedModel stacked = model();
    ModelParts one = parts(stacked);
    NetworkWeights sure = network(2);
    NetworkWeights unsure = network(-0.5f);
    ModelFolder.write(folder.resolve("two"), with(one, List.of(sure, unsure)));
    assertThat(folder.resolve("two/network-2.bin")).isNotEmptyFile();
    assertThat(Files.readString(folder.resolve("two/model.json"))).contains("\"format\" : 4");
    float[][] heard = frames(window(1));
    try (Classifier two = new JoinedClassifier(ModelFolder.read(source("two")));
        Classifier first = new JoinedClassifier(with(one, List.of(sure)));
        Classifier second = new JoinedClassifier(with(one, List.of(unsure)))) {
      double[] a = first.score(List.<float[][]>of(heard)).get(0).logProbabilities();
      double[] b = second.score(List.<float[][]>of(heard)).get(0).logProbabilities();
      double[] both = two.score(List.<float[][]>of(heard)).get(0).logProbabilities();
      // Joined scores are sums, so their mean is that of the networks, up to a constant.
      assertThat(both[0] - both[1])
          .isCloseTo((a[0] - a[1] + b[0] - b[1]) / 2, within(5e-3))
          .isNotCloseTo(a[0] - a[1], within(0.1));
    }
    String version = ModelFolder.version(source("two"));
    Files.copy(
        folder.resolve("two/network.bin"),
        folder.resolve("two/network-2.bin"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThat(ModelFolder.version(source("two"))).isNotEqualTo(version);
    ModelFolder.write(folder.resolve("two"), one);
    assertThat(folder.resolve("two/network-2.bin")).doesNotExist();
    assertThat(ModelFolder.read(source("two")).networks()).hasSize(1);
  }

  @Test
  void networksOfConvolutionsAreKeptAndCountAsMuchAsTheOthersTogether() throws Exception {
    ModelParts plain = with(parts(model()), List.of(network(2), network(1)));
    NetworkGroup leading = plain.groups().get(0);
    NetworkGroup pictures = new NetworkGroup(standardizer(160), List.of(convolutions()));
    ModelParts both = grouped(plain, List.of(leading, pictures));
    ModelFolder.write(folder.resolve("both"), both);
    assertThat(folder.resolve("both/network-3.bin")).isNotEmptyFile();
    assertThat(Files.readString(folder.resolve("both/model.json"))).contains("\"format\" : 5");
    float[][] heard = frames(window(1));
    try (Classifier read = new JoinedClassifier(ModelFolder.read(source("both")));
        Classifier first = new JoinedClassifier(plain);
        Classifier second = new JoinedClassifier(grouped(plain, List.of(pictures)))) {
      double[] a = first.score(List.<float[][]>of(heard)).get(0).logProbabilities();
      double[] b = second.score(List.<float[][]>of(heard)).get(0).logProbabilities();
      double[] joined = read.score(List.<float[][]>of(heard)).get(0).logProbabilities();
      assertThat(joined[0] - joined[1])
          .isCloseTo((a[0] - a[1] + b[0] - b[1]) / 2, within(5e-3))
          .isNotCloseTo(a[0] - a[1], within(0.1));
    }
  }

  @Test
  void picturesThatTheFeaturesDoNotHoldAreDamage() throws Exception {
    NetworkGroup pictures = new NetworkGroup(standardizer(160), List.of(convolutions()));
    ModelFolder.write(folder.resolve("m"), grouped(parts(model()), List.of(pictures)));
    Path about = folder.resolve("m/model.json");
    String text = Files.readString(about);
    Files.writeString(about, text.replace(ListeningLayout.ID, "stft"));
    assertThatThrownBy(() -> ModelFolder.read(source("m")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other pictures");
    Files.writeString(about, text.replace("\"format\" : 5", "\"format\" : 3"));
    assertThatThrownBy(() -> ModelFolder.read(source("m")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("format is not that");
  }

  private static ModelParts grouped(ModelParts parts, List<NetworkGroup> groups) {
    return new ModelParts(
        parts.info(),
        parts.head(),
        parts.networkShare(),
        parts.calibration(),
        groups,
        parts.statistics(),
        parts.gate());
  }

  private NetworkWeights convolutions() {
    return new NetworkWeights(
        54,
        List.of(
            new ConvolutionWeights(4, 40, 1, 2, values(18), values(2)),
            new GruWeights(40, 3, values(40 * 18), values(54), values(24))),
        List.of(
            new NetworkWeights.Output("genre", HeadKind.SOFTMAX, 12, 2, values(24), values(2))));
  }

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian() / 2;
    }
    return values;
  }

  private static Standardizer standardizer(int dimensions) {
    float[] scale = new float[dimensions];
    Arrays.fill(scale, 1);
    return new Standardizer(new float[dimensions], scale);
  }

  private static ModelParts with(ModelParts parts, List<NetworkWeights> networks) {
    return grouped(
        parts, List.of(new NetworkGroup(parts.groups().get(0).standardizer(), networks)));
  }

  private ModelSource source(String name) {
    return file -> Files.newInputStream(folder.resolve(name).resolve(file));
  }

  private static ModelParts parts(StackedModel stacked) {
    int hears = ListeningLayout.DIMENSIONS;
    List<float[]> rows = new ArrayList<>();
    int[] labels = new int[30];
    Random random = new Random(2);
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 2;
      float[] row = new float[WindowStatistics.KINDS * hears];
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) random.nextGaussian();
      }
      rows.add(row);
    }
    return new ModelParts(
        new ModelInfo(
            "tiny-2",
            Task.GENRE,
            List.of("a", "b"),
            ListeningLayout.ID,
            12,
            0.5,
            "none",
            "none",
            "none",
            Map.of()),
        "genre",
        0.5,
        new Calibration(1),
        List.of(new NetworkGroup(standardizer(hears), List.of(network(0)))),
        stacked,
        new MusicGate(StatisticsModel.train(SupportVectorTraining.BASELINE, rows, labels, 2)));
  }

  private static float[][] frames(Frames window) {
    float[][] frames = new float[window.count()][];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = window.window(i, 1).values();
    }
    return frames;
  }

  private StackedModel model() {
    int[] numbers = IntStream.range(0, 40).map(i -> 3 * i).toArray();
    ScatteringRows heard = new ScatteringRows(numbers);
    List<Frames> windows = IntStream.range(0, WINDOWS).mapToObj(i -> window(i % 2)).toList();
    FrameProjection frames = FrameProjection.fit(heard.of(joined(windows)), 30);
    WindowDescription description = new WindowDescription(LEVEL, heard, frames);
    List<float[]> described = windows.stream().map(description::of).toList();
    DescriptionProjection projection =
        DescriptionProjection.fit(
            described, List.of(new DescriptionBlock("all", description.size(), 1)), 10);
    List<float[]> rows = described.stream().map(projection::apply).toList();
    GaussianKernel kernel = new GaussianKernel(StackedRows.DESCRIBED);
    float[][] targets = new float[WINDOWS][2];
    int[] labels = new int[WINDOWS];
    for (int i = 0; i < WINDOWS; i++) {
      labels[i] = i % 2;
      targets[i][labels[i]] = 1;
    }
    KernelRidge question =
        KernelRidge.train(
            kernel.among(rows), IntStream.range(0, WINDOWS).toArray(), targets, 2, 0.3);
    Questionnaire questionnaire =
        new Questionnaire(kernel, RowSet.of(rows.toArray(float[][]::new)), List.of(question));
    Standardizer answers = Standardizer.fit(rows.stream().map(questionnaire::answers).toList());
    StackedRows stacked = new StackedRows(projection, questionnaire, answers);
    return new StackedModel(
        description,
        stacked,
        SupportVectorTraining.BASELINE.train(
            described.stream().map(stacked::row).toList(), labels, 2, StackedRows.GAMMA));
  }

  private Frames window(int label) {
    float[] values = new float[12 * ListeningLayout.DIMENSIONS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() + (i % 2 == label ? 0.3 : 0));
    }
    return new Frames(12, ListeningLayout.DIMENSIONS, values);
  }

  private static Frames joined(List<Frames> windows) {
    List<float[]> rows = new ArrayList<>();
    for (Frames window : windows) {
      for (int i = 0; i < window.count(); i++) {
        rows.add(window.window(i, 1).values());
      }
    }
    return Frames.of(rows, ListeningLayout.DIMENSIONS);
  }

  /** One that says the same of all windows. */
  private static NetworkWeights network(float bias) {
    int hears = ListeningLayout.DIMENSIONS;
    return new NetworkWeights(
        1,
        List.of(
            new NetworkWeights.Recurrent(
                hears, 4, new float[4 * hears], new float[4], new float[4])),
        List.of(
            new NetworkWeights.Output(
                "genre", HeadKind.SOFTMAX, 8, 2, new float[16], new float[] {bias, 0})));
  }
}
