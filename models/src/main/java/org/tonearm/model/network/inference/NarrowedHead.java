package org.tonearm.model.network.inference;

import java.util.List;

/** Takes outputs away from a head, so that a softmax is over the others alone. */
public final class NarrowedHead {
  private NarrowedHead() {}

  /**
   * A network whose head has some of its outputs; all else is shared with the network given.
   *
   * @param head name of the head
   * @param kept numbers of the outputs that stay, in their new order
   */
  public static NetworkWeights of(NetworkWeights network, String head, int[] kept) {
    List<NetworkWeights.Output> heads =
        network.heads().stream().map(h -> h.name().equals(head) ? narrowed(h, kept) : h).toList();
    return new NetworkWeights(network.windowFrames(), network.layers(), network.pooling(), heads);
  }

  private static NetworkWeights.Output narrowed(NetworkWeights.Output head, int[] kept) {
    float[] weights = new float[head.inputs() * kept.length];
    float[] bias = new float[kept.length];
    for (int k = 0; k < kept.length; k++) {
      bias[k] = head.bias()[kept[k]];
      for (int i = 0; i < head.inputs(); i++) {
        weights[i * kept.length + k] = head.weights()[i * head.outputs() + kept[k]];
      }
    }
    return new NetworkWeights.Output(
        head.name(), head.kind(), head.inputs(), kept.length, weights, bias);
  }
}
