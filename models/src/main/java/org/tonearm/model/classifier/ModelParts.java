package org.tonearm.model.classifier;

import java.util.List;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.statistics.WindowListener;
import org.tonearm.model.verdict.Calibration;

/**
 * All that a model is made of.
 *
 * @param info what users see of it
 * @param head the networks' head that answers the model's question
 * @param networkShare weight of the networks against the statistics, 0 to 1
 * @param calibration of the joined scores
 * @param groups of networks, at least one, none of which hears what another does; what is learned
 *     from a user's own files stands on the first network of the first
 * @param statistics the support-vector machine on the window as a whole
 * @param gate tells whether it is music at all
 */
public record ModelParts(
    ModelInfo info,
    String head,
    double networkShare,
    Calibration calibration,
    List<NetworkGroup> groups,
    WindowListener statistics,
    MusicGate gate) {
  /** Copies the list. */
  public ModelParts {
    groups = List.copyOf(groups);
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("no network");
    }
    if (groups.stream().map(NetworkGroup::hearing).distinct().count() < groups.size()) {
      throw new IllegalArgumentException("two groups of networks hear the same");
    }
  }

  /** All networks, group by group. */
  public List<NetworkWeights> networks() {
    return groups.stream().flatMap(group -> group.networks().stream()).toList();
  }
}
