package org.tonearm.run;

import java.util.Objects;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.feature.FeatureExtractor;

/**
 * A loaded model with what a run needs beside it.
 *
 * @param classifier the model
 * @param extractor makes the frames it takes
 * @param threshold probability, 0 to 1, under which its verdict abstains
 */
public record ModelInUse(Classifier classifier, FeatureExtractor extractor, double threshold) {
  /** Checks that the frames are the model's. */
  public ModelInUse {
    Objects.requireNonNull(classifier);
    if (!extractor.id().equals(classifier.info().featureId())) {
      throw new IllegalArgumentException(
          classifier.info().id()
              + " takes frames of "
              + classifier.info().featureId()
              + ", not of "
              + extractor.id());
    }
  }
}
