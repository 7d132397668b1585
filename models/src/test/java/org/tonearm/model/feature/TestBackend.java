package org.tonearm.model.feature;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.feature.batch.BatchSettings;
import org.tonearm.model.feature.batch.BatchedExtractor;
import org.tonearm.model.feature.batch.FeatureBackend;
import org.tonearm.model.feature.cuda.ImitatedCuda;

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
  },
  /** The same batches with kernels, on a card that is imitated; skipped where none can be. */
  CUDA {
    @Override
    public FeatureExtractor of(BatchedExtractor extractor) {
      ImitatedCuda.missing().ifPresent(Assumptions::abort);
      return extractor.on(SMALL_BATCHES_OF_KERNELS);
    }
  };

  private static final FeatureBackend SMALL_BATCHES_OF_KERNELS =
      new FeatureBackend(
          "test-kernels",
          new BatchSettings(16 << 20, 16, Duration.ofMillis(2)),
          warning -> {
            throw new AssertionError(warning);
          },
          ImitatedCuda::open);

  private static final FeatureBackend SMALL_BATCHES =
      new FeatureBackend(
          "test",
          new BatchSettings(64 << 20, 16, Duration.ofMillis(2)),
          warning -> {
            throw new AssertionError(warning);
          });

  /** Those that are here. */
  public static List<TestBackend> here() {
    return Arrays.stream(values())
        .filter(backend -> backend != CUDA || ImitatedCuda.missing().isEmpty())
        .toList();
  }

  /** An extractor there. */
  public abstract FeatureExtractor of(BatchedExtractor extractor);
}
