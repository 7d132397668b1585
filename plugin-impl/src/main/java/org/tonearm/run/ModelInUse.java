package org.tonearm.run;

import java.util.Objects;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.verdict.Thresholds;

/**
 * A loaded model with what a run needs beside it.
 *
 * @param classifier the model
 * @param extractor makes the frames it takes
 * @param thresholds probabilities under which its verdict abstains
 */
public record ModelInUse(Classifier classifier, FeatureExtractor extractor, Thresholds thresholds) {
  /** Checks that the frames are the model's. */
  public ModelInUse {
    Objects.requireNonNull(classifier);
    Objects.requireNonNull(thresholds);
    if (!extractor.id().equals(classifier.info().featureId())) {
      throw new IllegalArgumentException(
          classifier.info().id()
              + " takes frames of "
              + classifier.info().featureId()
              + ", not of "
              + extractor.id());
    }
  }

  /** With one threshold for every label. */
  public ModelInUse(Classifier classifier, FeatureExtractor extractor, double threshold) {
    this(classifier, extractor, new Thresholds(threshold));
  }
}
