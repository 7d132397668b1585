package org.tonearm.model.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.network.paper.RatedNetwork;
import org.tonearm.model.suite.outcome.FoldRecord;
import org.tonearm.model.suite.outcome.Records;
import org.tonearm.model.suite.report.RowFigures;
import org.tonearm.model.suite.report.RowInfo;

/**
 * Figures of a network that an earlier run of the suite measured by folds.
 *
 * @param figures of the folds that were run
 * @param sameClips whether they are of the clips, folds and seed asked for
 * @param sameRate whether they are of the learning rate asked for
 */
record SuiteFigures(RowFigures figures, boolean sameClips, boolean sameRate) {

  /**
   * Finds them: at the rate, if any are, else at the paper's.
   *
   * @param suite folder that the suite wrote into
   * @param key names clips, folds and seed, as of {@link SuiteClips#key}
   * @param rate learning rate; empty for the paper's
   * @param network as its paper has it
   * @throws ConfigurationException if no fold of the network is there, or of several runs none is
   *     of these clips
   */
  static SuiteFigures find(
      Path suite, String key, String task, OptionalDouble rate, PaperNetwork network)
      throws ConfigurationException, IOException {
    PaperNetwork rated = RatedNetwork.all(List.of(network), rate).get(0);
    List<FoldRecord> atRate = folds(RecordFolders.own(suite, key, rate, false), task, rated);
    if (!atRate.isEmpty()) {
      return new SuiteFigures(figures(atRate, task, rated), true, true);
    }
    Path records = RecordFolders.all(suite);
    boolean sameRate = NetworkWork.recipe(rated).equals(NetworkWork.recipe(network));
    List<FoldRecord> own =
        folds(RecordFolders.own(suite, key, OptionalDouble.empty(), false), task, network);
    if (!own.isEmpty()) {
      return new SuiteFigures(figures(own, task, network), true, sameRate);
    }
    List<List<FoldRecord>> others = List.of();
    if (Files.isDirectory(records)) {
      try (Stream<Path> runs = Files.list(records)) {
        others =
            runs.filter(RecordFolders::measured).sorted().toList().stream()
                .map(run -> quietly(run, task, network))
                .filter(folds -> !folds.isEmpty())
                .toList();
      }
    }
    if (others.size() != 1) {
      throw new ConfigurationException(
          "option",
          "--suite "
              + suite
              + " holds "
              + (others.isEmpty() ? "no figures" : "figures of several runs, none on these clips,")
              + " of "
              + network.id()
              + " for "
              + task,
          "Give the folder of 'tonearm evaluate --suite papers' with the same --manifest, --folds"
              + " and --seed, or leave --suite out.");
    }
    return new SuiteFigures(figures(others.get(0), task, network), false, sameRate);
  }

  private static List<FoldRecord> quietly(Path run, String task, PaperNetwork network) {
    try {
      return folds(run, task, network);
    } catch (IOException e) {
      return List.of(); // a damaged record is none
    }
  }

  private static List<FoldRecord> folds(Path run, String task, PaperNetwork network)
      throws IOException {
    return new Records(run)
        .of(task, network.id()).stream()
            .filter(fold -> fold.recipe().equals(NetworkWork.recipe(network)))
            .toList();
  }

  private static RowFigures figures(List<FoldRecord> folds, String task, PaperNetwork network) {
    RowInfo info =
        new RowInfo(
            network.id(),
            network.source(),
            RowInfo.ARTISTS,
            SuiteRows.figures(task, network.figures()),
            "");
    return new RowFigures(info, task, folds);
  }
}
