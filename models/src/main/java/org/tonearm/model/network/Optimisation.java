package org.tonearm.model.network;

import java.util.Objects;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * How a network learns.
 *
 * @param updater turns gradients into steps, with its learning rate or schedule
 * @param weightDecay decoupled decay (Loshchilov and Hutter 2019) of input and output weights,
 *     times the learning rate at each step; recurrent weights of IndRNN units, biases and gains do
 *     not decay
 */
public record Optimisation(IUpdater updater, double weightDecay) {

  /** Checks the ranges. */
  public Optimisation {
    Objects.requireNonNull(updater);
    if (!(weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "expected a weight decay of at least 0, got " + weightDecay);
    }
  }

  /** Adam at a constant rate. */
  public static Optimisation adam(double learningRate, double weightDecay) {
    return new Optimisation(new Adam(learningRate), weightDecay);
  }
}
