package org.tonearm.model.classifier;

import java.util.List;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.statistics.Standardizer;
import org.tonearm.model.statistics.WindowListener;
import org.tonearm.model.verdict.Calibration;

/**
 * All that a model is made of.
 *
 * @param info what users see of it
 * @param head the networks' head that answers the model's question
 * @param networkShare weight of the networks against the statistics, 0 to 1
 * @param calibration of the joined scores
 * @param networks trained alike from other first weights, at least one
 * @param standardizer of the networks' frames
 * @param statistics the support-vector machine on the window as a whole
 * @param gate tells whether it is music at all
 */
public record ModelParts(
    ModelInfo info,
    String head,
    double networkShare,
    Calibration calibration,
    List<NetworkWeights> networks,
    Standardizer standardizer,
    WindowListener statistics,
    MusicGate gate) {
  /** Copies the list. */
  public ModelParts {
    networks = List.copyOf(networks);
    if (networks.isEmpty()) {
      throw new IllegalArgumentException("no network");
    }
    if (networks.stream().map(ModelParts::shape).distinct().count() > 1) {
      throw new IllegalArgumentException("the networks' inputs, windows or heads differ");
    }
  }

  private static List<Object> shape(NetworkWeights network) {
    return List.of(
        network.inputs(),
        network.windowFrames(),
        network.heads().stream().map(head -> List.of(head.name(), head.outputs())).toList());
  }
}
