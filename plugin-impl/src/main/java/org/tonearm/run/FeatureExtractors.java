package org.tonearm.run;

import java.util.List;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.feature.FeatureExtractor;

/** The installed feature extractors. Immutable and thread-safe, as they are. */
public final class FeatureExtractors {
  private final List<FeatureExtractor> extractors;

  /**
   * @param extractors of different ids
   */
  public FeatureExtractors(List<FeatureExtractor> extractors) {
    this.extractors = List.copyOf(extractors);
  }

  /**
   * The one that makes a model's frames in a run of several models: where another model's frames
   * begin with this one's, those serve both, so that a track is heard once.
   *
   * @param model any of them
   * @param all models of the run
   * @throws ConfigurationException {@code no-extractor} if one is not installed
   */
  public FeatureExtractor of(ModelInfo model, List<ModelInfo> all) throws ConfigurationException {
    FeatureExtractor own = of(model);
    for (ModelInfo other : all) {
      FeatureExtractor wider = of(other);
      if (wider.leading().containsKey(own.id())) {
        return wider;
      }
    }
    return own;
  }

  /**
   * The one whose frames a model takes.
   *
   * @throws ConfigurationException {@code no-extractor} if it is not installed
   */
  public FeatureExtractor of(ModelInfo model) throws ConfigurationException {
    return extractors.stream()
        .filter(extractor -> extractor.id().equals(model.featureId()))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "no-extractor",
                    "The model "
                        + model.id()
                        + " takes frames of "
                        + model.featureId()
                        + ", which this installation can't make; it makes "
                        + extractors.stream().map(FeatureExtractor::id).toList()
                        + ".",
                    "Use a model made for this version of Tonearm ('tonearm models' lists them)."));
  }
}
