package org.tonearm.model.suite;

import java.util.EnumMap;
import java.util.Map;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.feature.mel.MelExtractor;
import org.tonearm.model.feature.mel.Stft33Extractor;
import org.tonearm.model.feature.scattering.Scattering16kExtractor;
import org.tonearm.model.feature.scattering.ScatteringExtractor;
import org.tonearm.model.feature.stft.Stft72Extractor;
import org.tonearm.model.network.paper.PaperFeature;

/**
 * The extractor of each kind of frames. Cheap to make: the filters of the scattering transform are
 * built when first used. Immutable and thread-safe; its extractors are shared.
 */
public final class PaperExtractors {
  private final Map<PaperFeature, FeatureExtractor> extractors = new EnumMap<>(PaperFeature.class);

  /** Makes one of each kind. */
  public PaperExtractors() {
    for (PaperFeature feature : PaperFeature.values()) {
      extractors.put(feature, make(feature));
    }
  }

  /** The extractor that gives such frames. */
  public FeatureExtractor of(PaperFeature feature) {
    return extractors.get(feature);
  }

  private static FeatureExtractor make(PaperFeature feature) {
    return switch (feature) {
      case SCATTERING -> new ScatteringExtractor();
      case SCATTERING_16K -> new Scattering16kExtractor();
      case STFT_72 -> new Stft72Extractor();
      case STFT_33 -> new Stft33Extractor();
      case MEL -> new MelExtractor();
    };
  }
}
