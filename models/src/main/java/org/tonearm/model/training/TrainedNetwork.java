package org.tonearm.model.training;

import java.util.List;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.network.inference.DirectForward;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.statistics.Standardizer;

/**
 * A network after training.
 *
 * @param weights its weights
 * @param forward runs them
 * @param standardizer of the features
 * @param windowFrames frames it hears at a time
 * @param curve training loss of each epoch
 */
public record TrainedNetwork(
    NetworkWeights weights,
    DirectForward forward,
    Standardizer standardizer,
    int windowFrames,
    List<Double> curve) {

  /** Natural logarithms of a softmax head's probabilities, averaged over the clip's windows. */
  public double[] logProbabilities(String head, Frames clip) {
    return new NetworkListener(forward, standardizer, windowFrames, head).logProbabilities(clip);
  }
}
