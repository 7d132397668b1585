package org.tonearm.model.classifier;

import java.util.List;
import org.tonearm.model.network.inference.NetworkOutput;

/**
 * What a network made of a stretch.
 *
 * @param frames of each window that the stretch was cut into
 * @param outputs of all its heads, one a window
 */
record NetworkHeard(List<Integer> frames, List<NetworkOutput> outputs) {
  /** Copies the lists. */
  NetworkHeard {
    frames = List.copyOf(frames);
    outputs = List.copyOf(outputs);
  }
}
