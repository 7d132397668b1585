package org.tonearm.model.training;

import org.tonearm.model.statistics.SupportVectorTraining;

/**
 * How the statistics are trained and joined with the network.
 *
 * @param machine cost and balance of the support-vector machine
 * @param networkShare weight of the network's log-probabilities when both are joined, 0 to 1
 */
public record StatisticsRecipe(SupportVectorTraining machine, double networkShare) {
  /** What the shipped models are trained with. */
  public static final StatisticsRecipe SHIPPED =
      new StatisticsRecipe(new SupportVectorTraining(3, 0.5), 0.5);
}
