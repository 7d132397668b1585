package org.tonearm.composition;

import java.util.List;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.feature.scattering.ScatteringExtractor;
import org.tonearm.model.network.paper.PaperFeature;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.suite.DataSetSource;

/** What the suite of the papers is made of. */
final class PaperParts {
  private PaperParts() {}

  static List<PaperNetwork> networks() {
    return List.of();
  }

  static FeatureExtractor extractor(PaperFeature feature) {
    if (feature == PaperFeature.SCATTERING) {
      return new ScatteringExtractor();
    }
    throw new IllegalStateException("no extractor of " + feature);
  }

  static List<Clip> clips(DataSetSource source) throws ConfigurationException {
    throw new ConfigurationException(
        "option",
        "--data-set names the layout " + source.layout() + ", which is not known",
        "Describe the clips in a manifest instead.");
  }
}
