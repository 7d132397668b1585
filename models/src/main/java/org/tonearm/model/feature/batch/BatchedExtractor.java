package org.tonearm.model.feature.batch;

import org.tonearm.api.feature.FeatureExtractor;

/** An extractor that can compute in batches elsewhere than on the caller's thread. */
public interface BatchedExtractor extends FeatureExtractor {

  /**
   * The same extractor on a backend: same id, same frames within the tolerance of the parity tests.
   *
   * @param backend not closed by the extractor; must outlive its streams
   */
  FeatureExtractor on(FeatureBackend backend);
}
