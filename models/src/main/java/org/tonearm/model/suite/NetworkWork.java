package org.tonearm.model.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.network.paper.PaperFeature;
import org.tonearm.model.network.paper.PaperInput;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.suite.fit.Epoch;
import org.tonearm.model.suite.fit.PaperTraining;
import org.tonearm.model.suite.fit.StopReason;
import org.tonearm.model.suite.fit.Stopping;
import org.tonearm.model.suite.fit.TrainedPaper;
import org.tonearm.model.suite.measure.ClipHearing;
import org.tonearm.model.suite.measure.InferenceTimer;
import org.tonearm.model.suite.measure.SegmentFeatures;
import org.tonearm.model.suite.measure.Verdicts;
import org.tonearm.model.suite.outcome.FitRecord;
import org.tonearm.model.suite.outcome.FoldRecord;
import org.tonearm.model.suite.outcome.TrackOutcome;
import org.tonearm.model.suite.piece.FrameSource;
import org.tonearm.model.suite.piece.LabelledClip;

/**
 * A network of a paper: trained on the fold's training part, heard on the clips held out.
 *
 * @param network the network
 * @param fellows networks that the same training serves: their records are made with this one's
 * @param bench what it works with
 * @param segments true to keep f_lstm of every clip for the rows of segment features
 */
record NetworkWork(PaperNetwork network, List<PaperNetwork> fellows, Bench bench, boolean segments)
    implements RowWork {
  private static final int CLIPS_AT_ONCE = 32;

  @Override
  public List<PaperFeature> features() {
    return List.of(network.input().feature());
  }

  @Override
  public String recipe() {
    return recipe(network);
  }

  @Override
  public Optional<PaperNetwork> trains() {
    return Optional.of(network);
  }

  @Override
  public String doneBy(String row) {
    return fellows.isEmpty() ? row : network.trainedAs();
  }

  @Override
  public boolean ended(FoldRecord record) {
    return !stoppedByTime(record) || record.fit().cpuSeconds() >= bench.stopping().budgetSeconds();
  }

  private static boolean stoppedByTime(FoldRecord record) {
    return record.fit().stop().equals(StopReason.BUDGET.words());
  }

  /** What a record of the network depends on beside the clips. */
  static String recipe(PaperNetwork network) {
    return training(network) + " " + network.decision();
  }

  /** What its weights depend on beside the clips and the seed. */
  static String training(PaperNetwork network) {
    String revision = network.revision() == 1 ? "" : " revision " + network.revision();
    return network.input() + " " + network.schedule() + revision;
  }

  @Override
  public Optional<FoldRecord> run(FoldPlan plan, String row, int held)
      throws IOException, InterruptedException {
    FoldPlan.Parts parts = plan.parts(held);
    FeatureExtractor extractor = bench.frames().extractor(network.input().feature());
    FrameSource source = bench.frames().of(network.input().feature());
    int dimensions = extractor.dimensions();
    Path folder = bench.records().checkpoints(plan.task(), doneBy(row), held, training(network));
    TrainedPaper trained =
        new PaperTraining(source, bench.stopping(), bench.cpuNanos(), bench.listener())
            .train(
                new PaperTraining.Job(
                    plan.task() + " " + row + ", fold " + (held + 1) + " of " + plan.folds(),
                    network,
                    dimensions,
                    plan.labels().size(),
                    parts.training(),
                    parts.validation(),
                    bench.seed() + held,
                    folder));
    ClipHearing hearing =
        new ClipHearing(trained.graph(), trained.cutter(), network.schedule().batch());
    if (segments) {
      keepSegments(plan, row, held, hearing, source);
    }
    double millis =
        new InferenceTimer(bench.cpuNanos())
            .milliseconds(hearing, InferenceTimer.halfMinute(extractor));
    List<Heard> clips = hear(parts.test(), hearing, source);
    FoldRecord record = record(network, plan, row, held, trained, clips, millis);
    for (PaperNetwork fellow : fellows) {
      bench.records().keep(record(fellow, plan, fellow.id(), held, trained, clips, millis));
    }
    bench.records().keep(record);
    if (!stoppedByTime(record)) {
      remove(folder);
    }
    return Optional.of(record);
  }

  /** A clip with its outputs, one a piece or frame. */
  private record Heard(LabelledClip clip, int pieces, List<float[]> outputs) {}

  private static List<Heard> hear(List<LabelledClip> clips, ClipHearing hearing, FrameSource source)
      throws IOException, InterruptedException {
    List<Heard> heard = new ArrayList<>();
    for (int from = 0; from < clips.size(); from += CLIPS_AT_ONCE) {
      List<LabelledClip> some = clips.subList(from, Math.min(from + CLIPS_AT_ONCE, clips.size()));
      List<Frames> frames = new ArrayList<>();
      for (LabelledClip clip : some) {
        frames.add(source.frames(clip.clip()));
      }
      List<List<float[]>> outputs = hearing.outputs(frames);
      for (int i = 0; i < some.size(); i++) {
        int pieces = hearing.cutter().count(frames.get(i));
        heard.add(new Heard(some.get(i), pieces, outputs.get(i)));
      }
    }
    return heard;
  }

  private static FoldRecord record(
      PaperNetwork network,
      FoldPlan plan,
      String row,
      int held,
      TrainedPaper trained,
      List<Heard> clips,
      double millis) {
    List<TrackOutcome> tracks = new ArrayList<>();
    long right = 0;
    long units = 0;
    boolean frames = network.input().shape() == PaperInput.Shape.FRAME;
    for (Heard heard : clips) {
      LabelledClip clip = heard.clip();
      List<float[]> outputs = heard.outputs();
      frames |= outputs.size() > heard.pieces();
      right += outputs.stream().filter(o -> Verdicts.best(o) == clip.truth()).count();
      units += outputs.size();
      tracks.add(
          new TrackOutcome(
              clip.clip().id(),
              clip.clip().dataset(),
              clip.truth(),
              Verdicts.told(network.decision(), outputs),
              Verdicts.means(outputs)));
    }
    return new FoldRecord(
        row,
        plan.task(),
        held,
        recipe(network),
        plan.labels(),
        tracks,
        frames ? "frames" : "pieces",
        right,
        units,
        trained.graph().numParams(),
        millis,
        fit(trained));
  }

  private static FitRecord fit(TrainedPaper trained) {
    List<Epoch> epochs = trained.epochs();
    double share = epochs.stream().mapToDouble(Epoch::share).sum();
    double seconds = epochs.stream().mapToDouble(Epoch::trainSeconds).sum();
    double steps = epochs.stream().mapToInt(Epoch::steps).sum();
    return new FitRecord(
        share,
        Stopping.best(epochs),
        trained.reason().words(),
        epochs.stream().mapToDouble(Epoch::share).max().orElse(0),
        epochs.stream().mapToDouble(Epoch::cpuSeconds).sum(),
        seconds / share,
        seconds / steps,
        epochs.stream().mapToLong(Epoch::peakBytes).max().orElse(0));
  }

  /** f_lstm of all clips, those that the network learned from too, as Dai et al. do. */
  private void keepSegments(
      FoldPlan plan, String row, int held, ClipHearing hearing, FrameSource source)
      throws IOException, InterruptedException {
    Map<String, float[]> features = new HashMap<>();
    for (Heard heard : hear(plan.clips(), hearing, source)) {
      features.put(
          heard.clip().clip().id(),
          SegmentFeatures.lstm(heard.outputs(), SegmentFeatures.SHARE_ABOVE));
    }
    bench.records().keepSegments(plan.task(), row, held, features);
    for (String machine : SuiteRows.segmentRows(row)) {
      bench.records().forget(plan.task(), machine, held);
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
