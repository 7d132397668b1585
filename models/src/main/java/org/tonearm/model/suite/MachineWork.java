package org.tonearm.model.suite;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.model.network.paper.PaperFeature;
import org.tonearm.model.suite.measure.LinearMachine;
import org.tonearm.model.suite.measure.Verdicts;
import org.tonearm.model.suite.outcome.FoldRecord;
import org.tonearm.model.suite.outcome.Records;
import org.tonearm.model.suite.outcome.TrackOutcome;
import org.tonearm.model.suite.piece.LabelledClip;

/**
 * A linear machine on one vector a clip, standardised. Its C is the one of four that tells most of
 * the validation part right, the smallest of equals.
 *
 * @param features what the vectors are made of
 * @param recipe names the vectors
 * @param vectors one a clip
 * @param records keeps the outcome
 */
record MachineWork(List<PaperFeature> features, String recipe, ClipVectors vectors, Records records)
    implements RowWork {
  private static final List<Double> COSTS = List.of(0.001, 0.01, 0.1, 1.0);

  @Override
  public Optional<FoldRecord> run(FoldPlan plan, String row, int held)
      throws IOException, InterruptedException {
    Map<String, float[]> vectors = this.vectors.of(plan, held);
    if (vectors.isEmpty()) {
      return Optional.empty();
    }
    FoldPlan.Parts parts = plan.parts(held);
    LinearMachine best = null;
    long most = -1;
    for (double cost : COSTS) {
      LinearMachine machine =
          LinearMachine.train(
              parts.training().stream().map(c -> vectors.get(c.clip().id())).toList(),
              parts.training().stream().mapToInt(LabelledClip::truth).toArray(),
              plan.labels().size(),
              cost);
      long right =
          tracks(machine, parts.validation(), vectors).stream().filter(TrackOutcome::right).count();
      if (right > most) {
        most = right;
        best = machine;
      }
    }
    FoldRecord record =
        new FoldRecord(
            row,
            plan.task(),
            held,
            recipe,
            plan.labels(),
            tracks(best, parts.test(), vectors),
            "",
            0,
            0,
            best.parameters(),
            Double.NaN,
            null);
    records.keep(record);
    return Optional.of(record);
  }

  private static List<TrackOutcome> tracks(
      LinearMachine machine, List<LabelledClip> clips, Map<String, float[]> vectors) {
    return clips.stream()
        .map(
            clip -> {
              double[] scores = machine.scores(vectors.get(clip.clip().id()));
              return new TrackOutcome(
                  clip.clip().id(),
                  clip.clip().dataset(),
                  clip.truth(),
                  Verdicts.best(scores),
                  scores);
            })
        .toList();
  }
}
