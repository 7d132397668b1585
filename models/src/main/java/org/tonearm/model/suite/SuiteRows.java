package org.tonearm.model.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tonearm.api.Task;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.network.paper.PaperFeature;
import org.tonearm.model.network.paper.PaperFigure;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.suite.measure.BandStatistics;
import org.tonearm.model.suite.measure.SegmentFeatures;
import org.tonearm.model.suite.report.RowInfo;

/**
 * All rows of the table: the baseline, the networks, the segment features, and the leak.
 *
 * @param networks one a row
 * @param bench what they work with
 * @param split how clips are held out, the leak excepted
 */
record SuiteRows(List<PaperNetwork> networks, Bench bench, String split) {
  /** Id of the linear baseline. */
  static final String BASELINE = "mel-svm";

  /** Ids of the networks whose outputs make segment features begin so. */
  private static final String DAI = "dai-lstm";

  private static final String SEGMENTS = "-lseg";
  private static final String FUSION = "-fseg";

  /** Segment accuracies of Dai et al., Table 4: f_lstm, then f_fusion. */
  private static final Map<String, List<Double>> TABLE_4 =
      Map.of(
          "dai-lstm-512", List.of(88.07, 89.71),
          "dai-lstm-1024", List.of(88.34, 88.07),
          "dai-lstm-512-512", List.of(86.14, 88.48),
          "dai-lstm-1024-1024", List.of(83.95, 86.42));

  /** Rows of a task that train networks; the others of the task need theirs. */
  List<SuiteRow> networkRows(FoldPlan plan) {
    List<SuiteRow> rows = new ArrayList<>();
    for (PaperNetwork network : networks) {
      RowInfo info =
          new RowInfo(
              network.id(), network.source(), split, figures(plan.task(), network.figures()), "");
      rows.add(
          new SuiteRow(
              info,
              plan,
              new NetworkWork(network, fellows(network), bench, makesSegments(network))));
    }
    return rows;
  }

  /** The paper's figures on a task: those that they state are all on genres. */
  static List<PaperFigure> figures(String task, List<PaperFigure> stated) {
    return task.equals(Task.GENRE.word()) ? stated : List.of();
  }

  /** The other networks that the same training serves. */
  private List<PaperNetwork> fellows(PaperNetwork network) {
    return networks.stream()
        .filter(other -> other.trainedAs().equals(network.trainedAs()))
        .filter(other -> !other.id().equals(network.id()))
        .toList();
  }

  /** The baseline, alone. */
  SuiteRow baseline(FoldPlan plan) {
    return machine(
        plan,
        new RowInfo(
            BASELINE,
            "linear baseline",
            split,
            List.of(),
            "linear SVM on mean and spread of each mel band"),
        "mean and spread",
        PaperFeature.MEL,
        vectors(PaperFeature.MEL, BandStatistics::of));
  }

  /** Rows on segment features of Dai et al.; to be run when the networks are. */
  List<SuiteRow> segmentRows(FoldPlan plan) {
    ClipVectors scattering = vectors(PaperFeature.SCATTERING, SegmentFeatures::scattering);
    List<SuiteRow> rows = new ArrayList<>();
    List<PaperNetwork> dai = networks.stream().filter(SuiteRows::makesSegments).toList();
    if (!dai.isEmpty()) {
      rows.add(
          machine(
              plan,
              new RowInfo(
                  "dai-sc-svm",
                  "Dai et al., 2.3, equation 10",
                  split,
                  List.of(),
                  "linear SVM on f_sc"),
              "f_sc",
              PaperFeature.SCATTERING,
              scattering));
    }
    for (PaperNetwork network : dai) {
      String recipe = NetworkWork.recipe(network);
      ClipVectors lstm = ClipVectors.segments(bench.records(), network.id(), recipe);
      PaperFeature feature = network.input().feature();
      rows.add(machine(plan, segment(plan, network, SEGMENTS, 0, "f_lstm"), recipe, feature, lstm));
      rows.add(
          machine(
              plan,
              segment(plan, network, FUSION, 1, "f_fusion"),
              recipe,
              feature,
              ClipVectors.fusion(scattering, lstm)));
    }
    return rows;
  }

  /** Ids of the rows that stand on the segment features of a network. */
  static List<String> segmentRows(String network) {
    return List.of(network + SEGMENTS, network + FUSION);
  }

  /** The networks of the leak on GTZAN, by artist and by shuffled clips. */
  List<SuiteRow> leakRows(SuiteClips clips, Set<String> ids, Set<String> unreadable) {
    return networks.stream()
        .filter(network -> ids.contains(network.id()))
        .flatMap(network -> leak(network, clips, unreadable))
        .toList();
  }

  private Stream<SuiteRow> leak(PaperNetwork network, SuiteClips clips, Set<String> unreadable) {
    NetworkWork work = new NetworkWork(network, List.of(), bench, false);
    String source = network.source() + ", GTZAN alone";
    RowInfo byArtist =
        new RowInfo(
            network.id() + "-gtzan",
            source,
            RowInfo.ARTISTS,
            network.figures(),
            "what the next row is to be compared with");
    RowInfo byClip =
        new RowInfo(
            network.id() + "-leakage",
            source,
            RowInfo.CLIPS,
            network.figures(),
            "by shuffled clips, drawn once: one artist may stand on both sides");
    return Stream.of(
        new SuiteRow(byArtist, clips.gtzanByArtist(unreadable), work),
        new SuiteRow(byClip, clips.gtzanByClip(unreadable), work));
  }

  /** Vectors out of the frames of a feature, whose extractor is made when it is needed. */
  private ClipVectors vectors(PaperFeature feature, Function<Frames, float[]> vector) {
    return (plan, held) -> ClipVectors.frames(bench.frames().of(feature), vector).of(plan, held);
  }

  private SuiteRow machine(
      FoldPlan plan, RowInfo info, String recipe, PaperFeature feature, ClipVectors vectors) {
    return new SuiteRow(
        info, plan, new MachineWork(List.of(feature), recipe, vectors, bench.records()));
  }

  private static boolean makesSegments(PaperNetwork network) {
    return network.id().startsWith(DAI);
  }

  private RowInfo segment(
      FoldPlan plan, PaperNetwork network, String ending, int column, String feature) {
    List<PaperFigure> figures =
        TABLE_4.containsKey(network.id())
            ? List.of(
                new PaperFigure(
                        "tracks, ISMIR 2004", TABLE_4.get(network.id()).get(column), "Table 4")
                    .asMark())
            : List.of();
    return new RowInfo(
        network.id() + ending,
        "Dai et al., 2.3, equations " + (column == 0 ? "11 to 14" : "10 to 14"),
        split,
        figures(plan.task(), figures),
        "linear SVM on " + feature + " of " + network.id());
  }
}
