package org.tonearm.run;

import java.util.Arrays;
import java.util.Objects;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.verdict.Thresholds;

/**
 * A loaded model with what a run needs beside it.
 *
 * @param classifier the model
 * @param extractor makes the frames it takes, or frames that begin with those
 * @param thresholds probabilities under which its verdict abstains
 */
public record ModelInUse(Classifier classifier, FeatureExtractor extractor, Thresholds thresholds) {
  /** Checks that the frames are the model's. */
  public ModelInUse {
    Objects.requireNonNull(classifier);
    Objects.requireNonNull(thresholds);
    String features = classifier.info().featureId();
    if (!extractor.id().equals(features) && !extractor.leading().containsKey(features)) {
      throw new IllegalArgumentException(
          classifier.info().id() + " takes frames of " + features + ", not of " + extractor.id());
    }
  }

  /** With one threshold for every label. */
  public ModelInUse(Classifier classifier, FeatureExtractor extractor, double threshold) {
    this(classifier, extractor, new Thresholds(threshold));
  }

  /**
   * A window as the model takes it.
   *
   * @param frames of the extractor; not changed
   */
  float[][] heard(float[][] frames) {
    Integer width = extractor.leading().get(classifier.info().featureId());
    return width == null
        ? frames
        : Arrays.stream(frames).map(frame -> Arrays.copyOf(frame, width)).toArray(float[][]::new);
  }
}
