package org.tonearm.model.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tonearm.model.stacking.StackedRows;
import org.tonearm.model.statistics.SupportVectorTraining;
import org.tonearm.model.statistics.SupportVectors;

/**
 * Scores the held-out clips of one genre with a machine for its kinds, trained on the rest.
 *
 * @param machine trains it
 * @param question the kinds
 */
record SubgenreScoring(SupportVectorTraining machine, SubgenreQuestion question) {

  /**
   * One score a held-out clip of the genre, under {@link Listeners#STATISTICS}; the truth is -1
   * where its kind is not asked for. None if a kind does not occur in the training part.
   */
  List<HeldOut> score(int fold, FoldRows.Split split, Stack stack, List<Example> examples) {
    List<Example> clips = examples.stream().filter(e -> question.below(e.clip())).toList();
    Optional<SupportVectors> trained = train(clips, split::trains, stack);
    if (trained.isEmpty()) {
      return List.of();
    }
    SupportVectors kinds = trained.get();
    return clips.stream()
        .filter(split::tests)
        .map(
            e ->
                new HeldOut(
                    e.clip().id(),
                    e.clip().dataset(),
                    fold,
                    question.truth(e.clip()),
                    Map.of(Listeners.STATISTICS, kinds.logProbabilities(stack.row(e)))))
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
}
