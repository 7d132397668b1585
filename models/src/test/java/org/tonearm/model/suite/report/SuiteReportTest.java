package org.tonearm.model.suite.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.model.network.paper.PaperFigure;
import org.tonearm.model.suite.cost.NetworkCost;
import org.tonearm.model.suite.outcome.FitRecord;
import org.tonearm.model.suite.outcome.FoldRecord;
import org.tonearm.model.suite.outcome.TrackOutcome;

class SuiteReportTest {
  @TempDir Path folder;

  private static TrackOutcome track(String set, int truth, int told) {
    double[] scores = {0, 0};
    scores[Math.max(0, told)] = 1;
    return new TrackOutcome(set + truth + told, set, truth, told, scores);
  }

  private static FoldRecord fold(int fold, double epochs, List<TrackOutcome> tracks) {
    return new FoldRecord(
        "net",
        "genre",
        fold,
        "r",
        List.of("jazz", "rock"),
        tracks,
        "pieces",
        3 + fold,
        10,
        1234,
        2.5,
        new FitRecord(
            epochs, 2 + fold, fold == 0 ? "time spent" : "all epochs", 0.5, 600, 30, 0.1, 3 << 20));
  }

  /** Fold 0: 3 of 4 right, one untold. Fold 1: 1 of 2 right. */
  private static RowFigures row() {
    return row("net", List.of(new PaperFigure("tracks, GTZAN", 82.45, "Table 1").asMark()));
  }

  private static RowFigures row(String id, List<PaperFigure> figures) {
    RowInfo info = new RowInfo(id, "Some et al., 2", RowInfo.ARTISTS, figures, "");
    return new RowFigures(
        info,
        "genre",
        List.of(
            fold(
                0,
                4,
                List.of(track("a", 0, 0), track("a", 1, 1), track("b", 1, 1), track("b", 0, -1))),
            fold(1, 9, List.of(track("a", 0, 1), track("b", 1, 1)))));
  }

  @Test
  void figuresAreThoseCountedByHand() {
    RowFigures row = row();
    assertThat(row.right().value()).isCloseTo(4.0 / 6, within(1e-12));
    // 0.75 and 0.5
    assertThat(row.right().spread()).isCloseTo(0.25 / Math.sqrt(2), within(1e-12));
    assertThat(row.told().value()).isCloseTo(5.0 / 6, within(1e-12));
    assertThat(row.units()).isCloseTo(7.0 / 20, within(1e-12));
    assertThat(row.confusion()).isDeepEqualTo(new int[][] {{1, 1, 1}, {0, 3, 0}});
    assertThat(row.meanRecall()).as("1/3 and 1").isCloseTo(2.0 / 3, within(1e-12));
    assertThat(row.byDataset().get("a").value()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(row.byDataset().get("b").count()).isEqualTo(3);
    // the label of an untold track is scored as if 0 had been told: 1 in fold 0, 1/2 in fold 1
    assertThat(row.area()).isCloseTo(0.75, within(1e-12));
    assertThat(row.unconverged()).isTrue();
  }

  @Test
  void theTableTellsPaperEpochsAndStops() throws Exception {
    new SuiteReport("Networks", List.of("A note."), List.of(row())).write(folder);
    Map<String, String> cells = PaperTable.cells(row());
    assertThat(cells)
        .containsEntry("the paper's figures", "82.45 tracks, GTZAN (Table 1)")
        .containsEntry("track accuracy %", "66.7")
        .containsEntry("spread over folds", "17.7")
        .containsEntry("on fold 1 %", "75.0")
        .containsEntry("mean recall %", "66.7")
        .containsEntry("epochs", "4-9, best 2-3, not converged")
        .containsEntry("stop", "all epochs (1), time spent (1)")
        .containsEntry("data used %", "50")
        .containsEntry("memory MiB", "3")
        .containsEntry("ms per 30 s", "2.5");
    assertThat(Files.readString(folder.resolve("papers.md")))
        .startsWith("# Networks\n")
        .contains("| net | genre | Some et al., 2 |")
        .contains("- A note.\n")
        .contains("| row | a | b |");
    assertThat(Files.readAllLines(folder.resolve("papers.csv"))).hasSize(2);
    assertThat(Files.readAllLines(folder.resolve("confusion-genre-net.csv")))
        .containsExactly("truth,jazz,rock,no verdict", "jazz,1,1,1", "rock,0,3,0");
    assertThat(folder.resolve("papers.png")).isNotEmptyFile();
  }

  @Test
  void aCostMeasuredApartIsToldInPlaceOfWhatTheTrainingsTook() {
    NetworkCost cost = new NetworkCost("net", "s", 1234, 0.2, 1.5, 7 << 20, 2 << 20);
    RowFigures row = row();
    Map<String, String> cells =
        PaperTable.cells(new RowFigures(row.info(), row.task(), row.folds(), Optional.of(cost)));
    assertThat(cells)
        .containsEntry("s an iteration", "0.2000")
        .containsEntry("ms per 30 s", "1.5")
        .containsEntry("memory MiB", "7");
    assertThat(cells).as("30 s of 300 steps").containsEntry("s an epoch", "60.0");
    NetworkCost untold = new NetworkCost("net", "s", 1234, 0.2, 1.5, 0, 0);
    assertThat(
            PaperTable.cells(
                new RowFigures(row.info(), row.task(), row.folds(), Optional.of(untold))))
        .as("of a system that does not tell memory")
        .containsEntry("memory MiB", "-");
  }

  @Test
  void aCutEpochCountsWithItsShare() {
    assertThat(trained(5).epochs()).isEqualTo("5");
    assertThat(trained(5).unconverged()).isFalse();
    assertThat(trained(4.99, 12).epochs()).isEqualTo("4.9-12");
    assertThat(trained(4.99, 12).unconverged()).isTrue();
    assertThat(trained(0.1 + 0.2 + 4.7).epochs()).as("a sum of shares").isEqualTo("5");
  }

  @Test
  void aNumberOnceRoundedUpIsHeldToTheTimeThereWas() {
    FitRecord old = new FitRecord(5, 0, "time spent", 1, 128, 30, 0.1, 1);
    assertThat(old.passes()).isCloseTo(4.27, within(0.01));
  }

  private static RowFigures trained(double... epochs) {
    List<FoldRecord> folds = new ArrayList<>();
    for (double passes : epochs) {
      folds.add(fold(folds.size(), passes, List.of(track("a", 0, 0), track("a", 1, 1))));
    }
    return new RowFigures(row().info(), "genre", folds);
  }

  @Test
  void onlyTheFinalFigureOnTracksIsDrawn() {
    PaperFigure pieces = new PaperFigure("pieces", 70, "T");
    PaperFigure early = new PaperFigure("tracks, 500 iterations", 46, "T");
    PaperFigure last = new PaperFigure("tracks, 10,000 iterations", 96, "T").asMark();
    List<RowFigures> rows =
        List.of(
            row("a", List.of(pieces, early, last)), row("b", List.of(pieces)), row("c", List.of()));
    assertThat(PaperChart.marks(rows, List.of("a", "b", "c"))).containsExactly(96.0, null, null);
  }
}
