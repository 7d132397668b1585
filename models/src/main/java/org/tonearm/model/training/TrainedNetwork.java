package org.tonearm.model.training;

import java.util.List;
import org.tonearm.model.classifier.NetworkListener;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.statistics.Standardizer;

/**
 * A network after training.
 *
 * @param weights its weights
 * @param standardizer of the features
 * @param curve training loss of each epoch
 */
public record TrainedNetwork(
    NetworkWeights weights, Standardizer standardizer, List<Double> curve) {
  /** Copies the curve. */
  public TrainedNetwork {
    curve = List.copyOf(curve);
  }

  /** The network as a listener for one of its softmax heads; the caller closes it. */
  public NetworkListener listener(String head) {
    return new NetworkListener(weights, standardizer, head);
  }
}
