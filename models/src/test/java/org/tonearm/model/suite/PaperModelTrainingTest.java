package org.tonearm.model.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.classify.Classifier;
import org.tonearm.model.classifier.MusicGate;
import org.tonearm.model.classifier.PaperClassifier;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.Folds;
import org.tonearm.model.dataset.Manifests;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.network.lstm.ProjectedLstm;
import org.tonearm.model.network.paper.Decision;
import org.tonearm.model.network.paper.PaperFeature;
import org.tonearm.model.network.paper.PaperFigure;
import org.tonearm.model.network.paper.PaperInput;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.network.paper.Schedule;
import org.tonearm.model.pretrained.UserModels;
import org.tonearm.model.statistics.StatisticsModel;
import org.tonearm.model.statistics.SupportVectorTraining;
import org.tonearm.model.statistics.WindowStatistics;
import org.tonearm.model.training.Targets;
import org.tonearm.model.training.TrainingListener;

class PaperModelTrainingTest {
  @TempDir Path folder;
  private Path manifest;

  /** Stops a run as a kill would. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void writeClips() throws Exception {
    manifest = TinyLibrary.write(folder.resolve("music"), 12);
  }

  @Test
  void trainsAModelThatTellsAndItsCard() throws Exception {
    Path model = training(TrainingListener.SILENT).train("tiny-1", settings(null, "models"));
    assertThat(model).isEqualTo(folder.resolve("models/tiny-1"));
    String card = Files.readString(model.resolve("card.md"));
    assertThat(card)
        .contains("2e-2, which is ours (the paper's: 1e-5)")
        .contains("figures flatter; figures by folds were not given")
        .contains("| genre_gtzan | 18 |")
        .contains("50.0 % (clips, GTZAN; Table 1)");
    assertThat(model.resolve("card.json")).exists();
    assertThat(model.resolve("confusion.png")).exists();
    UserModels models = new UserModels(folder.resolve("models"));
    try (Classifier classifier = models.open("tiny-1")) {
      assertThat(classifier).isInstanceOf(PaperClassifier.class);
      assertThat(classifier.info().labels()).containsExactly("blues", "jazz", "rock");
      assertThat(classifier.info().windowFrames() % 8).isZero();
      assertThat(classifier.info().accuracy()).contains("flattering");
      for (int label = 0; label < 3; label++) {
        float[][] window = new float[16][TinyLibrary.DIMENSIONS];
        for (float[] frame : window) {
          frame[label] = 2;
        }
        double[] told = classifier.vote(classifier.score(List.<float[][]>of(window)));
        assertThat(told[label]).isGreaterThan(0.5);
      }
    }
  }

  @Test
  void aKilledTrainingGoesOnToTheSameModel() throws Exception {
    Path whole = training(TrainingListener.SILENT).train("tiny-1", settings(null, "whole"));
    TrainingListener killer =
        (stage, done, total, note) -> {
          if (stage.startsWith("genre") && done == 2) {
            throw new Killed();
          }
        };
    PaperModelSettings broken = settings(null, "broken");
    assertThatThrownBy(() -> training(killer).train("tiny-1", broken)).isInstanceOf(Killed.class);
    List<Integer> epochs = new ArrayList<>();
    TrainingListener watch =
        (stage, done, total, note) -> {
          if (stage.startsWith("genre")) {
            epochs.add(done);
          }
        };
    Path resumed = training(watch).train("tiny-1", broken);
    assertThat(epochs).isNotEmpty().doesNotContain(1, 2);
    assertThat(Files.readAllBytes(resumed.resolve("network.bin")))
        .isEqualTo(Files.readAllBytes(whole.resolve("network.bin")));
  }

  @Test
  void takesTheFiguresOfTheSuite() throws Exception {
    Path out = folder.resolve("suite");
    suite(out, OptionalDouble.empty());
    Path model = training(TrainingListener.SILENT).train("tiny-1", settings(out, "models"));
    assertThat(Files.readString(model.resolve("card.md")))
        .contains("### By folds")
        .contains("This model learned at another rate")
        .contains("Folds: 2.")
        .doesNotContain("were others than");
    assertThat(new UserModels(folder.resolve("models")).installed().get(0).accuracy())
        .contains("at its paper's rate by folds of artists: 18 clips, 2 folds");
    assertThatThrownBy(
            () ->
                training(TrainingListener.SILENT)
                    .train("tiny-1", settings(folder.resolve("nowhere"), "models")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no figures");
  }

  @Test
  void takesTheFiguresOfItsOwnRateWhereTheSuiteHasThem() throws Exception {
    Path out = folder.resolve("suite");
    String papers = suite(out, OptionalDouble.empty());
    String rated = suite(out, OptionalDouble.of(0.02));
    assertThat(rated).contains("learned at the rate 2e-2").isNotEqualTo(papers);
    assertThat(suite(out, OptionalDouble.empty())).as("kept apart").isEqualTo(papers);
    Path model = training(TrainingListener.SILENT).train("tiny-1", settings(out, "models"));
    assertThat(Files.readString(model.resolve("card.md")))
        .contains("at this model's learning rate")
        .doesNotContain("learned at another rate");
    assertThat(new UserModels(folder.resolve("models")).installed().get(0).accuracy())
        .contains("of the same network by folds")
        .contains("18 clips, 2 folds");
  }

  /** Runs the suite for two folds and returns its table. */
  private String suite(Path out, OptionalDouble rate) throws Exception {
    return new PaperSuite(
            List.of(new Tiny()),
            feature -> TinyLibrary.extractor(),
            source -> List.of(),
            TinyLibrary.decoder(),
            TrainingListener.SILENT)
        .run(
            new SuiteSettings(
                List.of(Task.GENRE),
                List.of(manifest),
                List.of(),
                out,
                folder.resolve("cache"),
                Set.of("tiny"),
                4,
                2,
                "",
                Set.of(),
                60,
                rate,
                3,
                1,
                false))
        .markdown();
  }

  @Test
  void aRateThatLeadsNowhereIsNamed() {
    PaperModelSettings steep = settings(null, "models", Float.MAX_VALUE);
    for (int time = 0; time < 2; time++) {
      assertThatThrownBy(() -> training(TrainingListener.SILENT).train("tiny-1", steep))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("tiny diverged");
    }
    assertThat(folder.resolve("models/tiny-1")).doesNotExist();
  }

  @Test
  void aLabelOfWhichNothingIsLeftToLearnIsRefused() throws Exception {
    List<String> lines = Files.readAllLines(manifest);
    int artist = 0;
    do {
      String kept = ",artist " + artist++ + ",";
      Files.write(
          manifest,
          lines.stream()
              .map(line -> line.contains(kept) ? line : line.replace(",rock,", ",,"))
              .toList());
    } while (foldOfRock() != 0);
    PaperModelSettings settings = settings(null, "models");
    assertThatThrownBy(() -> training(TrainingListener.SILENT).train("tiny-1", settings))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("all clips of the label rock");
  }

  private int foldOfRock() throws Exception {
    List<Clip> clips = new Manifests(List.of(manifest)).clips();
    Clip rock =
        clips.stream().filter(c -> c.column("genre").equals("rock")).findAny().orElseThrow();
    return new Folds(clips, Targets::foldLabel, 4, 3).of(rock);
  }

  private PaperModelSettings settings(Path suite, String out) {
    return settings(suite, out, 0.02);
  }

  private PaperModelSettings settings(Path suite, String out, double rate) {
    return new PaperModelSettings(
        "tiny",
        Task.GENRE,
        List.of(manifest),
        null,
        suite,
        folder.resolve(out),
        folder.resolve("cache"),
        4,
        60,
        OptionalDouble.of(rate),
        3,
        1,
        "tonearm train");
  }

  private static PaperModelTraining training(TrainingListener listener) {
    return new PaperModelTraining(
        List.of(new Tiny()),
        feature -> TinyLibrary.extractor(),
        (extractor, music, others) -> gate(music),
        TinyLibrary.decoder(),
        listener);
  }

  /** Music against silence. */
  private static MusicGate gate(List<Frames> music) {
    List<float[]> rows = new ArrayList<>();
    int[] labels = new int[2 * music.size()];
    for (int i = 0; i < music.size(); i++) {
      labels[rows.size()] = MusicGate.MUSIC;
      rows.add(WindowStatistics.of(music.get(i)));
      rows.add(new float[WindowStatistics.KINDS * TinyLibrary.DIMENSIONS]);
    }
    return new MusicGate(StatisticsModel.train(SupportVectorTraining.BASELINE, rows, labels, 2));
  }

  /** One layer of Song et al.'s kind. */
  private record Tiny() implements PaperNetwork {
    @Override
    public String id() {
      return "tiny";
    }

    @Override
    public String source() {
      return "a test";
    }

    @Override
    public List<PaperFigure> figures() {
      return List.of(new PaperFigure("clips, GTZAN", 50, "Table 1"));
    }

    @Override
    public PaperInput input() {
      return new PaperInput(PaperFeature.SCATTERING, 8, 8, PaperInput.Shape.SEQUENCE);
    }

    @Override
    public Schedule schedule() {
      return new Schedule(new Adam(1e-5), 8, 7, 1);
    }

    @Override
    public Decision decision() {
      return new Decision.MeanOfLogs();
    }

    @Override
    public ComputationGraph build(int dimensions, int classes, long seed) {
      ComputationGraph network =
          new ComputationGraph(
              new NeuralNetConfiguration.Builder()
                  .seed(seed)
                  .updater(schedule().updater())
                  .graphBuilder()
                  .addInputs("in")
                  .addLayer("a", new ProjectedLstm.Builder().nOut(6).build(), "in")
                  .addLayer("mean", new GlobalPoolingLayer(PoolingType.AVG), "a")
                  .addLayer(
                      "out",
                      new OutputLayer.Builder()
                          .nOut(classes)
                          .activation(Activation.SOFTMAX)
                          .build(),
                      "mean")
                  .setInputTypes(InputType.recurrent(dimensions))
                  .setOutputs("out")
                  .build());
      network.init();
      return network;
    }
  }
}
