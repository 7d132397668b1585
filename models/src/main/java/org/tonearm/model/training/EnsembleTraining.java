package org.tonearm.model.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains the networks of a model one after the other.
 *
 * @param members what trains each; they differ by their seeds
 */
record EnsembleTraining(List<NetworkTraining> members) {
  /** Copies the list. */
  EnsembleTraining {
    members = List.copyOf(members);
  }

  /**
   * Trains them, or loads those that have been trained before.
   *
   * @param stage names it in progress
   * @param examples the training part, of all heads
   */
  TrainedEnsemble train(String stage, List<Example> examples)
      throws IOException, InterruptedException {
    List<TrainedNetwork> trained = new ArrayList<>();
    for (NetworkTraining member : members) {
      String name =
          members.size() == 1
              ? stage
              : stage + ", network " + (trained.size() + 1) + " of " + members.size();
      trained.add(member.train(name, examples));
    }
    return new TrainedEnsemble(trained);
  }
}
