package org.tonearm.composition;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.feature.scattering.ScatteringExtractor;
import org.tonearm.model.network.paper.PaperFeature;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.suite.DataSetSource;
import org.tonearm.model.suite.LayoutReader;

/** What the suite of the papers is made of. */
final class PaperParts {
  /** By the word that --data-set has for them. */
  private static final Map<String, LayoutReader> LAYOUTS = Map.of();

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

  static List<Clip> clips(DataSetSource source) throws ConfigurationException, IOException {
    LayoutReader reader = LAYOUTS.get(source.layout());
    if (reader == null) {
      throw new ConfigurationException(
          "option",
          "--data-set names the layout " + source.layout() + ", which is not known",
          "Describe the clips in a manifest instead.");
    }
    return reader.clips(source);
  }
}
