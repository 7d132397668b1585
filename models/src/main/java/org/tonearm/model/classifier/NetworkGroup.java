package org.tonearm.model.classifier;

import java.util.List;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.statistics.Standardizer;

/**
 * Networks of one kind that were trained alike from other first weights.
 *
 * @param standardizer of their frames
 * @param networks at least one, of equal inputs, windows and heads
 */
public record NetworkGroup(Standardizer standardizer, List<NetworkWeights> networks) {
  /** Copies the list and checks that the networks are alike. */
  public NetworkGroup {
    networks = List.copyOf(networks);
    if (networks.isEmpty()) {
      throw new IllegalArgumentException("no network");
    }
    if (networks.stream().map(NetworkGroup::shape).distinct().count() > 1) {
      throw new IllegalArgumentException("the networks' inputs, windows or heads differ");
    }
  }

  /** What of a frame they hear. */
  public Hearing hearing() {
    return Hearing.of(networks.get(0));
  }

  private static List<Object> shape(NetworkWeights network) {
    return List.of(
        Hearing.of(network),
        network.inputs(),
        network.windowFrames(),
        network.heads().stream().map(head -> List.of(head.name(), head.outputs())).toList());
  }
}
