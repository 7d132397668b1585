package org.tonearm.model.network;

import java.util.List;
import java.util.Objects;

/**
 * One task of a network: an output layer on the shared embedding.
 *
 * @param name name of the layer, unique in its network and none of the trunk's
 * @param outputs labels or quantities
 * @param kind what they mean
 * @param lossWeight factor of its loss in the network's, above 0
 * @param outputWeights a further factor for each output (class weights); empty where all are 1.
 *     With {@link HeadKind#SOFTMAX} an example's loss is weighted by its labels' factors.
 */
public record Head(
    String name, int outputs, HeadKind kind, double lossWeight, List<Double> outputWeights) {

  /** Checks the ranges. */
  public Head {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    outputWeights = List.copyOf(outputWeights);
    if (outputs < 1 || !(lossWeight > 0)) {
      throw new IllegalArgumentException(
          "head " + name + ": expected at least 1 output and a loss weight above 0");
    }
    if (!outputWeights.isEmpty() && outputWeights.size() != outputs) {
      throw new IllegalArgumentException(
          "head "
              + name
              + ": expected "
              + outputs
              + " output weights, got "
              + outputWeights.size());
    }
  }

  /** A head whose outputs weigh the same. */
  public Head(String name, int outputs, HeadKind kind, double lossWeight) {
    this(name, outputs, kind, lossWeight, List.of());
  }
}
