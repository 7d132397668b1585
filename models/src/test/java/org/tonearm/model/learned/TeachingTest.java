package org.tonearm.model.learned;

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
import org.tonearm.api.Task;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.classify.WindowResult;
import org.tonearm.model.classifier.JoinedClassifier;
import org.tonearm.model.classifier.ModelFolder;
import org.tonearm.model.classifier.ModelParts;
import org.tonearm.model.classifier.MusicGate;
import org.tonearm.model.classifier.NetworkGroup;
import org.tonearm.model.classifier.Trunk;
import org.tonearm.model.classifier.TrunkListener;
import org.tonearm.model.classifier.TrunkSource;
import org.tonearm.model.classifier.WindowSound;
import org.tonearm.model.network.HeadKind;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.pretrained.UserModels;
import org.tonearm.model.statistics.Standardizer;
import org.tonearm.model.statistics.StatisticsModel;
import org.tonearm.model.statistics.SupportVectorTraining;
import org.tonearm.model.statistics.WindowStatistics;
import org.tonearm.model.training.TrainingListener;
import org.tonearm.model.verdict.Calibration;

/** Kinds of frames stand for kinds of music: each has its own level in each of five features. */
class TeachingTest {
  private static final int DIMENSIONS = 5;
  private static final int FRAMES = 8;
  private static final int WINDOW = 20;
  private static final double[][] LEVELS = {
    {2, 0, 0, 0, 0}, {0, 2, 0, 0, 0}, {0, 0, 2, 0, 0}, {-9, -9, 7, 9, -9}
  };
  private static final int FOREIGN = 3;

  @TempDir Path folder;

  private final Random random = new Random(3);
  private final Trunk trunk = trunk();

  @Test
  void tellsKindsApartOnGroupsThatItNeverMet() throws Exception {
    Taught taught = teach(tracks(3, 16, true));
    assertThat(taught.predictions()).hasSize(48);
    assertThat(taught.figures().accuracy()).isGreaterThan(0.9);
    assertThat(taught.guessing()).isEqualTo(1.0 / 3);
    assertThat(taught.useful()).isTrue();
    assertThat(taught.precision()).isGreaterThanOrEqualTo(0.75);
  }

  @Test
  void whatIsAlikeWithinAGroupOnlyIsNotTakenForKnowledge() throws Exception {
    // Labels by chance, but every group sounds like itself: judged by track, it would be easy.
    List<TaughtTrack> tracks = new ArrayList<>();
    try (TrunkListener listener = new TrunkListener(trunk)) {
      for (int group = 0; group < 12; group++) {
        double[] level = new double[DIMENSIONS];
        Arrays.setAll(level, i -> 4 * random.nextGaussian());
        for (int i = 0; i < 6; i++) {
          WindowSound sound = listener.hear(window(level));
          tracks.add(new TaughtTrack(group + "/" + i, group % 2, "g" + group, List.of(sound)));
        }
      }
    }
    Taught byGroup = teach(tracks);
    assertThat(byGroup.figures().accuracy()).isLessThan(0.75);
    assertThat(byGroup.useful()).isFalse();
    Taught byTrack =
        teach(
            tracks.stream()
                .map(t -> new TaughtTrack(t.id(), t.label(), t.id(), t.windows()))
                .toList());
    assertThat(byTrack.figures().accuracy()).isGreaterThan(0.9);
  }

  @Test
  void noiseTeachesNothing() throws Exception {
    List<TaughtTrack> tracks = new ArrayList<>();
    try (TrunkListener listener = new TrunkListener(trunk)) {
      for (int i = 0; i < 40; i++) {
        WindowSound sound = listener.hear(window(new double[DIMENSIONS]));
        tracks.add(new TaughtTrack("t" + i, i % 2, "g" + i, List.of(sound)));
      }
    }
    assertThat(teach(tracks).useful()).isFalse();
  }

  @Test
  void aModelOnDiskTellsWhatItLearntAndAbstainsOnForeignSounds() throws Exception {
    Taught taught = teach(tracks(3, 16, true));
    LearnedParts parts = parts(taught);
    Path other = folder.resolve("other");
    ModelFolder.write(other, shipped());
    byte[] before = Files.readAllBytes(other.resolve("statistics.bin"));
    LearnedFolder.write(folder.resolve("mine"), parts);
    card(parts, taught).write(folder.resolve("mine"));
    UserModels models = new UserModels(folder);
    assertThat(models.installed()).extracting(ModelInfo::id).containsExactly("mine-1", "other-1");
    try (Classifier disk = models.open("mine-1");
        Classifier memory = new LearnedClassifier(parts, "v")) {
      for (int kind = 0; kind < FOREIGN; kind++) {
        float[][] window = window(LEVELS[kind]);
        double[] told = disk.vote(disk.score(List.<float[][]>of(window)));
        double[] same = memory.vote(memory.score(List.<float[][]>of(window)));
        assertThat(told[kind]).isGreaterThan(taught.threshold());
        assertThat(told).containsExactly(same, within(0.02)); // it travels in half precision
      }
      List<WindowResult> foreign = disk.score(List.<float[][]>of(window(LEVELS[FOREIGN])));
      assertThat(Arrays.stream(disk.vote(foreign)).max().orElseThrow())
          .isLessThan(taught.threshold());
      assertThat(disk.version()).startsWith("mine-1@");
      assertThat(((TrunkSource) disk).trunk().origin()).isEqualTo("other-1@0");
    }
    try (Classifier shipped = models.open("other-1")) {
      assertThat(shipped).isInstanceOf(JoinedClassifier.class);
    }
    assertThat(other.resolve("statistics.bin")).hasBinaryContent(before);
    assertThat(Files.readString(folder.resolve("mine/card.md")))
        .contains(
            "# mine-1",
            "| a/b |",
            "had met no track",
            "tonearm learn",
            "On other artists the accuracy");
    assertThat(folder.resolve("mine/confusion.png")).isNotEmptyFile();
  }

  @Test
  void theSameTracksTeachTheSame() throws Exception {
    List<TaughtTrack> tracks = tracks(2, 10, true);
    LearnedFolder.write(folder.resolve("one"), parts(teach(tracks)));
    LearnedFolder.write(folder.resolve("two"), parts(teach(tracks)));
    for (String name : List.of("model.json", "network.bin", "statistics.bin")) {
      assertThat(folder.resolve("two").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
    }
  }

  @Test
  void whatIsNoMusicIsFoundButNeverTold() throws Exception {
    List<TaughtTrack> tracks = new ArrayList<>(tracks(2, 12, true));
    double before = teach(tracks).coverage();
    tracks.replaceAll(
        t ->
            t.label() == 0
                ? t
                : new TaughtTrack(
                    t.id(),
                    1,
                    t.group(),
                    t.windows().stream()
                        .map(w -> new WindowSound(w.embedding(), w.statistics(), w.kind(), 0.2))
                        .toList()));
    Taught taught = teach(tracks);
    assertThat(taught.figures().recall()[1]).isGreaterThan(0.9);
    assertThat(taught.notMusic()).containsExactly(0, 12);
    assertThat(taught.coverage()).isLessThanOrEqualTo(0.5).isLessThan(before);
  }

  @Test
  void aLabelMissingFromATrainingPartCountsAsMissed() throws Exception {
    List<TaughtTrack> tracks = new ArrayList<>(tracks(3, 10, true));
    tracks.replaceAll(t -> t.label() == 2 ? new TaughtTrack(t.id(), 2, "one", t.windows()) : t);
    Taught taught = teach(tracks);
    assertThat(taught.figures().recall()[2]).isZero();
    assertThat(taught.figures().recall()[0]).isGreaterThan(0.8);
  }

  private Taught teach(List<TaughtTrack> tracks) throws InterruptedException {
    int labels = 1 + tracks.stream().mapToInt(TaughtTrack::label).max().orElseThrow();
    return Teaching.USUAL.teach(tracks, labels, TrainingListener.SILENT);
  }

  private List<TaughtTrack> tracks(int kinds, int each, boolean ownGroups) {
    List<TaughtTrack> tracks = new ArrayList<>();
    try (TrunkListener listener = new TrunkListener(trunk)) {
      for (int kind = 0; kind < kinds; kind++) {
        for (int i = 0; i < each; i++) {
          String id = kind + "/" + i;
          tracks.add(
              new TaughtTrack(
                  id,
                  kind,
                  ownGroups ? id : "g" + kind,
                  List.of(
                      listener.hear(window(LEVELS[kind])), listener.hear(window(LEVELS[kind])))));
        }
      }
    }
    return tracks;
  }

  private float[][] window(double[] level) {
    float[][] window = new float[WINDOW][DIMENSIONS];
    for (float[] frame : window) {
      for (int j = 0; j < DIMENSIONS; j++) {
        frame[j] = (float) (level[j] + random.nextGaussian());
      }
    }
    return window;
  }

  private LearnedParts parts(Taught taught) {
    int labels = taught.predictions().get(0).probabilities().length;
    ModelInfo info =
        new ModelInfo(
            "mine-1",
            Task.GENRE,
            List.of("a|b", "Sunday Morning", "c").subList(0, labels),
            "five",
            WINDOW,
            taught.threshold(),
            "none",
            "none",
            "none",
            Map.of("c", "c"));
    return new LearnedParts(info, trunk, taught.machines(), taught.blend(), taught.familiarity());
  }

  private static LearnedCard card(LearnedParts parts, Taught taught) {
    return new LearnedCard(
        parts.info(),
        parts.trunk().origin(),
        List.of(16, 16, 16),
        List.of(16, 16, 16),
        taught,
        "tonearm learn");
  }

  private ModelParts shipped() {
    return new ModelParts(
        new ModelInfo(
            "other-1",
            Task.MOOD,
            List.of("a", "b"),
            "five",
            WINDOW,
            0.5,
            "none",
            "none",
            "none",
            Map.of()),
        "mood",
        0.5,
        new Calibration(1),
        List.of(new NetworkGroup(trunk.standardizer(), List.of(trunk.weights()))),
        trunk.gate().model(),
        trunk.gate());
  }

  private Trunk trunk() {
    int units = 12;
    NetworkWeights weights =
        new NetworkWeights(
            FRAMES,
            List.of(
                new NetworkWeights.Recurrent(
                    DIMENSIONS,
                    units,
                    values(units * DIMENSIONS),
                    new float[units],
                    values(units))),
            List.of(
                new NetworkWeights.Output(
                    "genre", HeadKind.SOFTMAX, 2 * units, 4, values(8 * units), values(4)),
                new NetworkWeights.Output(
                    "mood", HeadKind.SOFTMAX, 2 * units, 2, new float[4 * units], new float[2])));
    float[] ones = {1, 1, 1, 1, 1};
    return new Trunk(
        "other-1@0",
        "five",
        WINDOW,
        weights,
        new Standardizer(new float[DIMENSIONS], ones),
        "genre",
        new MusicGate(gate()));
  }

  private StatisticsModel gate() {
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

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (0.5 * random.nextGaussian());
    }
    return values;
  }
}
