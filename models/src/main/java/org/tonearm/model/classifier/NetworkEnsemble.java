package org.tonearm.model.classifier;

import java.util.List;
import org.tonearm.model.description.SharedWindow;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.statistics.Standardizer;

/**
 * The opinion of several networks that were trained alike from other first weights: the mean of
 * their log-probabilities. Thread-safe; holds native memory until closed.
 */
public final class NetworkEnsemble implements AutoCloseable {
  private final List<NetworkListener> members;
  private final List<NetworkKey> keys;

  /**
   * @param networks at least one, with equal heads
   * @param standardizer of their frames
   * @param head name of the softmax head that is asked, of each
   */
  public NetworkEnsemble(List<NetworkWeights> networks, Standardizer standardizer, String head) {
    this.keys = networks.stream().map(weights -> NetworkKey.of(weights, standardizer)).toList();
    this.members =
        networks.stream().map(weights -> new NetworkListener(weights, standardizer, head)).toList();
  }

  /**
   * Natural logarithms of the head's probabilities, averaged over the networks; with one network,
   * its own.
   *
   * @param window what another model's equal network has said of it is not worked out again
   */
  public double[] logProbabilities(SharedWindow window) {
    double[] mean = null;
    for (int m = 0; m < members.size(); m++) {
      NetworkListener member = members.get(m);
      NetworkHeard heard =
          window.once(keys.get(m), NetworkHeard.class, () -> member.hear(window.frames()));
      double[] said = member.logProbabilities(heard);
      mean = mean == null ? new double[said.length] : mean;
      for (int i = 0; i < mean.length; i++) {
        mean[i] += said[i] / members.size();
      }
    }
    return mean;
  }

  @Override
  public void close() {
    members.forEach(NetworkListener::close);
  }
}
