package org.tonearm.model.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.Manifests;
import org.tonearm.model.dataset.layout.DataSetLayouts;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.suite.cost.CostTrial;
import org.tonearm.model.suite.cost.NetworkCost;
import org.tonearm.model.suite.cost.NetworkCosts;
import org.tonearm.model.suite.outcome.FoldRecord;
import org.tonearm.model.suite.outcome.Records;
import org.tonearm.model.suite.outcome.TrackOutcome;
import org.tonearm.model.suite.report.RowFigures;
import org.tonearm.model.suite.report.SuiteReport;
import org.tonearm.model.training.TrainingListener;

class PaperSuiteTest {
  private static final int FOLDS = 4;

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

  private SuiteSettings settings(String out, Task task, Set<String> rows, int run, boolean quick) {
    return settings(out, task, rows, run, 60, quick);
  }

  private SuiteSettings settings(
      String out, Task task, Set<String> rows, int run, double minutes, boolean quick) {
    return new SuiteSettings(
        List.of(task),
        List.of(manifest),
        List.of(),
        folder.resolve(out),
        folder.resolve("cache"),
        rows,
        FOLDS,
        run,
        "",
        task == Task.GENRE ? Set.of("tiny-dnn") : Set.of(),
        minutes,
        OptionalDouble.empty(),
        3,
        1,
        quick);
  }

  private static SuiteSettings changed(
      SuiteSettings known,
      List<Path> manifests,
      List<DataSetSource> sets,
      String split,
      Set<String> leakage) {
    return new SuiteSettings(
        known.tasks(),
        manifests,
        sets,
        known.out(),
        known.cache(),
        known.rows(),
        known.folds(),
        known.foldsRun(),
        split,
        leakage,
        known.budgetMinutes(),
        known.rate(),
        known.seed(),
        known.jobs(),
        known.quick());
  }

  private static PaperSuite suite(TrainingListener listener) {
    return suite(TinyNetworks.all(), listener);
  }

  private static PaperSuite suite(List<PaperNetwork> networks, TrainingListener listener) {
    return new PaperSuite(
        networks,
        feature -> TinyLibrary.extractor(),
        source -> List.of(),
        TinyLibrary.decoder(),
        listener);
  }

  private static RowFigures row(SuiteReport report, String id) {
    return report.rows().stream().filter(r -> r.info().id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void costsOfTheNetworksAsTheyAreStandInTheTable() throws Exception {
    SuiteSettings settings = settings("out", Task.MOOD, Set.of("tiny-dnn", "tiny-cnn"), 1, false);
    PaperSuite suite = suite(TrainingListener.SILENT);
    assertThat(suite.run(settings).markdown())
        .contains("They were measured in the trainings")
        .doesNotContain("one network after the other");
    PaperNetwork network = TinyNetworks.all().get(0);
    NetworkCost cost =
        new CostTrial(System::nanoTime, () -> 5 << 20).measure(network, TinyLibrary.extractor(), 4);
    assertThat(cost.secondsPerStep()).isBetween(1e-6, 10.0);
    new NetworkCosts(List.of(cost)).keep(settings.out());
    SuiteReport report = suite.run(settings);
    assertThat(row(report, "tiny-dnn").peakBytes()).isEqualTo(5 << 20);
    assertThat(row(report, "tiny-dnn").secondsPerStep()).isEqualTo(cost.secondsPerStep());
    assertThat(row(report, "tiny-cnn").cost()).isEmpty();
    assertThat(report.markdown())
        .contains("Memory is the most that this process had, 5 MiB of it before")
        .contains("Those of tiny-cnn were measured in the trainings");
    NetworkCost other = new NetworkCost(cost.network(), "as it once was", 1, 1, 1, 1, 1);
    new NetworkCosts(List.of(other)).keep(settings.out());
    assertThat(row(suite.run(settings), "tiny-dnn").cost()).isEmpty();
  }

  @Test
  void everyRowIsRunOnTheSameFoldsAndTold() throws Exception {
    SuiteSettings settings = settings("out", Task.GENRE, Set.of(), 2, false);
    SuiteReport report = suite(TrainingListener.SILENT).run(settings);
    assertThat(report.rows().stream().map(r -> r.info().id()))
        .containsExactly(
            "mel-svm",
            "tiny-dnn",
            "dai-lstm-512",
            "tiny-cnn",
            "dai-sc-svm",
            "dai-lstm-512-lseg",
            "dai-lstm-512-fseg",
            "tiny-dnn-gtzan",
            "tiny-dnn-leakage");
    List<String> held = ids(row(report, "mel-svm").folds().get(1));
    for (RowFigures row : report.rows()) {
      assertThat(row.folds()).hasSize(2);
      assertThat(row.right().value()).as(row.info().id()).isGreaterThan(0.7);
      if (!row.info().source().contains("GTZAN")) {
        assertThat(ids(row.folds().get(1))).containsExactlyElementsOf(held);
      }
    }
    assertThat(row(report, "tiny-dnn").folds().get(0).unit()).isEqualTo("frames");
    assertThat(row(report, "dai-lstm-512").folds().get(0).unit()).isEqualTo("frames");
    assertThat(row(report, "tiny-cnn").folds().get(0).unit()).isEqualTo("pieces");
    assertThat(row(report, "tiny-dnn").folds().get(0).fit().dataShare()).isEqualTo(1);
    assertThat(clipsOfGroups(row(report, "tiny-dnn-gtzan"))).as("whole artists").containsOnly(3L);
    assertThat(clipsOfGroups(row(report, "tiny-dnn-leakage"))).as("torn artists").contains(1L);
    assertThat(Files.readString(folder.resolve("out/papers.md")))
        .contains("| tiny-dnn-leakage | genre | a test, GTZAN alone |")
        .contains("genre_gtzan 18 of 6 groups (a part of GTZAN's 1000 clips");
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".bin"));
    }
  }

  @Test
  void aKilledRunGoesOnToTheSameRecords() throws Exception {
    SuiteSettings whole =
        settings("whole", Task.MOOD, Set.of("tiny-dnn", "dai-lstm-512"), 1, false);
    SuiteReport expected = suite(TrainingListener.SILENT).run(whole);
    SuiteSettings broken =
        settings("broken", Task.MOOD, Set.of("tiny-dnn", "dai-lstm-512"), 1, false);
    for (int epoch : new int[] {2, 5}) {
      TrainingListener killer =
          (stage, done, total, note) -> {
            if (stage.startsWith("mood") && done == epoch) {
              throw new Killed();
            }
          };
      assertThatThrownBy(() -> suite(killer).run(broken)).isInstanceOf(Killed.class);
    }
    SuiteReport resumed = suite(TrainingListener.SILENT).run(broken);
    for (String id : List.of("tiny-dnn", "dai-lstm-512")) {
      FoldRecord one = row(expected, id).folds().get(0);
      FoldRecord other = row(resumed, id).folds().get(0);
      assertThat(other.fit().epochs()).isEqualTo(one.fit().epochs());
      assertThat(other.fit().stop()).isEqualTo(one.fit().stop());
      for (int i = 0; i < one.tracks().size(); i++) {
        assertThat(other.tracks().get(i).told()).isEqualTo(one.tracks().get(i).told());
        assertThat(other.tracks().get(i).scores()[0])
            .isCloseTo(one.tracks().get(i).scores()[0], within(1e-5));
      }
    }
    TrainingListener forbidden =
        (stage, done, total, note) -> {
          assertThat(stage).doesNotStartWith("mood");
        };
    assertThat(suite(forbidden).run(broken).rows()).hasSize(2);
  }

  @Test
  void aTrainingThatRanOutOfTimeGoesOnWhenGivenMore() throws Exception {
    Set<String> rows = Set.of("dai-lstm-512", "dai-lstm-512-lseg");
    SuiteReport cut =
        suite(TrainingListener.SILENT).run(settings("out", Task.MOOD, rows, 1, 1e-9, false));
    FoldRecord short1 = row(cut, "dai-lstm-512").folds().get(0);
    assertThat(short1.fit().stop()).isEqualTo("time spent");
    assertThat(row(cut, "dai-lstm-512").unconverged()).isTrue();
    SuiteReport more =
        suite(TrainingListener.SILENT).run(settings("out", Task.MOOD, rows, 1, false));
    FoldRecord long1 = row(more, "dai-lstm-512").folds().get(0);
    assertThat(long1.fit().stop()).isNotEqualTo("time spent");
    assertThat(long1.fit().cpuSeconds()).isGreaterThan(short1.fit().cpuSeconds());
    assertThat(row(more, "dai-lstm-512").right().value())
        .isGreaterThan(row(cut, "dai-lstm-512").right().value());
    assertThat(row(more, "dai-lstm-512-lseg").folds().get(0).tracks())
        .as("the machine learned anew")
        .isNotEqualTo(row(cut, "dai-lstm-512-lseg").folds().get(0).tracks());
  }

  @Test
  void oneTrainingServesRowsThatDifferInTheirDecision() throws Exception {
    Set<String> trainings = ConcurrentHashMap.newKeySet();
    List<Integer> done = new CopyOnWriteArrayList<>();
    TrainingListener listener =
        (stage, part, total, note) -> {
          if (stage.startsWith("mood")) {
            trainings.add(stage);
          } else if (stage.equals("papers")) {
            done.add(part);
          }
        };
    Set<String> rows = Set.of("tiny-cnn", "tiny-cnn-all", "tiny-cnn-any");
    SuiteReport report =
        suite(TinyNetworks.voting(), listener).run(settings("out", Task.MOOD, rows, 2, false));
    assertThat(trainings)
        .containsExactlyInAnyOrder(
            "mood tiny-cnn, fold 1 of " + FOLDS, "mood tiny-cnn, fold 2 of " + FOLDS);
    assertThat(done).endsWith(6);
    assertThat(report.rows().stream().map(r -> r.info().id() + r.folds().size()))
        .containsExactly("tiny-cnn2", "tiny-cnn-all2", "tiny-cnn-any2");
    RowFigures any = row(report, "tiny-cnn-any");
    RowFigures all = row(report, "tiny-cnn-all");
    assertThat(any.told().value()).isEqualTo(1);
    assertThat(all.told().value()).isLessThan(1);
    for (int fold = 0; fold < 2; fold++) {
      FoldRecord one = any.folds().get(fold);
      FoldRecord other = all.folds().get(fold);
      assertThat(one.recipe()).isNotEqualTo(other.recipe());
      assertThat(one.fit()).isEqualTo(other.fit());
      assertThat(one.unitsRight()).isEqualTo(other.unitsRight());
    }
  }

  @Test
  void rowsMayBeRunOneByOneAndTheTableShowsAll() throws Exception {
    suite(TrainingListener.SILENT).run(settings("out", Task.MOOD, Set.of("mel-svm"), 1, true));
    SuiteReport report =
        suite(TrainingListener.SILENT).run(settings("out", Task.MOOD, Set.of("tiny-cnn"), 2, true));
    assertThat(report.rows().stream().map(r -> r.info().id() + r.folds().size()))
        .containsExactly("mel-svm1", "tiny-cnn2");
    assertThat(report.markdown())
        .contains("Quick form")
        .contains("not converged")
        .contains("| tiny-cnn | mood | a test | none stated |");
    assertThat(row(report, "tiny-cnn").folds().get(0).fit().epochs()).isEqualTo(2);
    assertThatThrownBy(
            () ->
                suite(TrainingListener.SILENT)
                    .run(settings("out", Task.MOOD, Set.of("no-such"), 1, true)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no-such");
  }

  @Test
  void aDataSetInItsOwnLayoutIsHeldOutByItsOwnSplit() throws Exception {
    Path root = folder.resolve("gtzan");
    TinyLibrary.writeGtzan(root, 12);
    SuiteSettings settings =
        new SuiteSettings(
            List.of(Task.GENRE),
            List.of(),
            List.of(new DataSetSource("gtzan", root)),
            folder.resolve("out"),
            folder.resolve("cache"),
            Set.of("mel-svm", "tiny-dnn"),
            FOLDS,
            FOLDS,
            "split_ff",
            Set.of("tiny-dnn"),
            60,
            OptionalDouble.empty(),
            3,
            1,
            false);
    SuiteReport report =
        new PaperSuite(
                TinyNetworks.all(),
                feature -> TinyLibrary.extractor(),
                source -> new DataSetLayouts().clips(source.folder()),
                TinyLibrary.decoder(),
                TrainingListener.SILENT)
            .run(settings);
    assertThat(report.rows().stream().map(r -> r.info().id()))
        .as("no rows of folds beside a split")
        .containsExactly("mel-svm", "tiny-dnn");
    for (RowFigures row : report.rows()) {
      assertThat(row.folds()).hasSize(1);
      assertThat(ids(row.folds().get(0)))
          .hasSize(9)
          .allMatch(id -> id.matches(".*(blues|jazz|rock)\\.0000[0-2].*"));
      assertThat(row.right().value()).isGreaterThan(0.7);
    }
    assertThat(report.markdown())
        .contains("column split_ff")
        .contains("genre_gtzan 33 each a group of its own, whoever the artist");
  }

  @Test
  void aNetworkOfTheLeakThatIsNoneIsNamed() {
    SuiteSettings known = settings("out", Task.GENRE, Set.of(), 1, true);
    SuiteSettings unknown = changed(known, known.manifests(), List.of(), "", Set.of("no-such"));
    assertThatThrownBy(() -> suite(TrainingListener.SILENT).run(unknown))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("--leakage names no-such");
  }

  @Test
  void aDataSetWhoseClipIsNamedAsOneOfTheManifestIsRefusedBeforeAnyWork() throws Exception {
    SuiteSettings known = settings("out", Task.GENRE, Set.of(), 1, true);
    SuiteSettings both =
        changed(
            known, known.manifests(), List.of(new DataSetSource("gtzan", folder)), "", Set.of());
    Path other = Files.writeString(folder.resolve("g0c0.clip"), "another");
    Clip clip = new Clip(other, "g0c0.clip", "genre_gtzan", "g", 30, Map.of("genre", "jazz"));
    PaperSuite suite =
        new PaperSuite(
            TinyNetworks.all(),
            feature -> TinyLibrary.extractor(),
            source -> List.of(clip),
            TinyLibrary.decoder(),
            (stage, done, total, note) -> {
              throw new AssertionError("began with " + stage);
            });
    assertThatThrownBy(() -> suite.run(both))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("g0c0.clip", other.toString(), "music/g0c0.clip");
  }

  @Test
  void aFileThatAManifestNamesIsNotTakenAgainFromADataSet() throws Exception {
    List<Clip> twice = new Manifests(List.of(manifest)).clips();
    List<Clip> renamed =
        twice.stream()
            .map(c -> new Clip(c.path(), "other/" + c.id(), c.dataset(), c.id(), 30, c.columns()))
            .toList();
    SuiteSettings quick = settings("out", Task.MOOD, Set.of("mel-svm"), 1, false);
    List<String> alone =
        ids(row(suite(TrainingListener.SILENT).run(quick), "mel-svm").folds().get(0));
    assertThat(ids(row(beside(quick, "", renamed), "mel-svm").folds().get(0))).isEqualTo(alone);
  }

  @Test
  void aColumnThatSplitsNothingAndSetsOfTwoQuestionsAreRefused() throws Exception {
    SuiteSettings quick = settings("out", Task.MOOD, Set.of("mel-svm"), 1, true);
    assertThatThrownBy(() -> beside(quick, "dataset", List.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("--split names the column dataset, which has");
    SuiteSettings sets = changed(quick, List.of(), quick.dataSets(), "", Set.of());
    List<Clip> own = new Manifests(List.of(manifest)).clips();
    Clip one = own.get(0);
    Clip other = own.get(1);
    assertThatThrownBy(
            () ->
                beside(
                    sets,
                    "",
                    List.of(
                        new Clip(one.path(), "a", "4q", "a", 30, Map.of("quadrant", "Q1")),
                        new Clip(other.path(), "b", "m", "b", 30, Map.of("cluster", "C1")))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no answers to one question");
  }

  /** The same run with a data set's clips, or split by a column. */
  private SuiteReport beside(SuiteSettings known, String split, List<Clip> clips) throws Exception {
    SuiteSettings both =
        changed(
            known, known.manifests(), List.of(new DataSetSource("own", folder)), split, Set.of());
    return new PaperSuite(
            TinyNetworks.all(),
            feature -> TinyLibrary.extractor(),
            source -> clips,
            TinyLibrary.decoder(),
            TrainingListener.SILENT)
        .run(both);
  }

  @Test
  void aRecordOfAnotherRecipeDoesNotCount() throws Exception {
    Records records = new Records(folder.resolve("records"));
    FoldRecord record =
        new FoldRecord(
            "r", "genre", 0, "one", List.of("a"), List.of(), "", 0, 0, 1, Double.NaN, null);
    records.keep(record);
    assertThat(records.find("genre", "r", 0, "one")).contains(record);
    assertThat(records.find("genre", "r", 0, "other")).isEmpty();
  }

  private static List<String> ids(FoldRecord fold) {
    return fold.tracks().stream().map(TrackOutcome::id).toList();
  }

  /** Clips that each fold holds of each of its groups; a whole group has three. */
  private static List<Long> clipsOfGroups(RowFigures row) {
    return row.folds().stream()
        .flatMap(
            fold ->
                ids(fold).stream()
                    .collect(
                        Collectors.groupingBy(
                            id -> id.replaceAll("c.*", ""), Collectors.counting()))
                    .values()
                    .stream())
        .toList();
  }
}
