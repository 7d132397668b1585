package org.tonearm.model.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tonearm.model.stacking.StackedRows;
import org.tonearm.model.statistics.SupportVectorTraining;
import org.tonearm.model.statistics.SupportVectors;
import org.tonearm.model.verdict.Calibration;

/**
 * Scores the held-out clips of one genre with a machine for its kinds, trained on the rest; its
 * temperature is fitted on the validation part with a machine that never heard that part.
 *
 * @param machine trains it
 * @param question the kinds
 */
record SubgenreScoring(SupportVectorTraining machine, SubgenreQuestion question) {

  /**
   * One score a held-out clip of the genre, under {@link Listeners#STATISTICS}; the truth is -1
   * where its kind is not asked for. None if a kind does not occur in the training part.
   */
  List<ClipScores> score(
      int fold, FoldRows.Split split, FoldStacks stacks, List<Example> examples) {
    List<Example> clips = examples.stream().filter(e -> question.below(e.clip())).toList();
    Optional<SupportVectors> inner = train(clips, split::trains, stacks.inner());
    Optional<SupportVectors> outer = train(clips, e -> !split.tests(e), stacks.outer());
    if (inner.isEmpty() || outer.isEmpty()) {
      return List.of();
    }
    List<Example> validation =
        clips.stream().filter(split::validates).filter(e -> question.asks(e.clip())).toList();
    Calibration calibration =
        validation.isEmpty()
            ? Calibration.NONE
            : Calibration.fit(
                validation.stream().map(heard(inner.get(), stacks.inner())).toList(),
                validation.stream().map(e -> question.truth(e.clip())).toList());
    Function<Example, double[]> hearing = heard(outer.get(), stacks.outer());
    return clips.stream()
        .filter(split::tests)
        .map(
            e ->
                new ClipScores(
                    e.clip().id(),
                    e.clip().dataset(),
                    fold,
                    question.truth(e.clip()),
                    Map.of(Listeners.STATISTICS, hearing.apply(e)),
                    0,
                    Map.of(Listeners.STATISTICS, calibration.temperature())))
        .toList();
  }

  /** The machine, from the clips of a part whose kind is asked for. */
  Optional<SupportVectors> train(List<Example> clips, Predicate<Example> part, Stack stack) {
    List<Example> known = clips.stream().filter(part).filter(e -> question.asks(e.clip())).toList();
    int[] truths = known.stream().mapToInt(e -> question.truth(e.clip())).toArray();
    int kinds = question.labels().size();
    return Arrays.stream(truths).distinct().count() < kinds
        ? Optional.empty()
        : Optional.of(
            machine.train(
                known.stream().map(stack::row).toList(), truths, kinds, StackedRows.GAMMA));
  }

  private static Function<Example, double[]> heard(SupportVectors machine, Stack stack) {
    return example -> machine.logProbabilities(stack.row(example));
  }
}
