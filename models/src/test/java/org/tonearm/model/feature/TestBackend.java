package org.tonearm.model.feature;

import java.time.Duration;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.feature.batch.BatchSettings;
import org.tonearm.model.feature.batch.BatchedExtractor;
import org.tonearm.model.feature.batch.FeatureBackend;

/** The backends that the golden suites run on. */
public enum TestBackend {
  /** Streams on the caller's thread. */
  PROCESSOR {
    @Override
    public FeatureExtractor of(BatchedExtractor extractor) {
      return extractor;
    }
  },
  /** Batches with ND4J: two blocks of the scattering transform, or sixteen short windows. */
  ND4J {
    @Override
    public FeatureExtractor of(BatchedExtractor extractor) {
      return extractor.on(SMALL_BATCHES);
    }
  };

  private static final FeatureBackend SMALL_BATCHES =
      new FeatureBackend(
          "test",
          new BatchSettings(64 << 20, 16, Duration.ofMillis(2)),
          warning -> {
            throw new AssertionError(warning);
          });

  /** An extractor there. */
  public abstract FeatureExtractor of(BatchedExtractor extractor);
}
