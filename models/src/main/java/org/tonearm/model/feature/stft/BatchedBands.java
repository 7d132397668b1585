package org.tonearm.model.feature.stft;

import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.api.feature.FrameSink;
import org.tonearm.model.feature.batch.WindowGathering;

/** A {@link BandExtractor} whose windows are computed in batches. Thread-safe. */
record BatchedBands(BandExtractor extractor, WindowGathering gathering)
    implements FeatureExtractor {

  @Override
  public String id() {
    return extractor.id();
  }

  @Override
  public int sampleRate() {
    return extractor.sampleRate();
  }

  @Override
  public int dimensions() {
    return extractor.dimensions();
  }

  @Override
  public int hop() {
    return extractor.hop();
  }

  @Override
  public FeatureStream open(FrameSink sink) {
    return extractor.open(gathering, sink);
  }
}
