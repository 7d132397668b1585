package org.tonearm.model.training;

import java.util.List;

/**
 * What one fold learned before its machines.
 *
 * @param inner from the training part alone: for calibrators
 * @param outer from all that is not held out
 */
record FoldStacks(Stack inner, Stack outer) {

  /** Learns both from clips of all questions. */
  static FoldStacks of(StackTraining stacks, FoldRows.Split split, List<Example> examples) {
    return new FoldStacks(
        stacks.train(examples.stream().filter(split::trains).toList()),
        stacks.train(examples.stream().filter(e -> !split.tests(e)).toList()));
  }
}
