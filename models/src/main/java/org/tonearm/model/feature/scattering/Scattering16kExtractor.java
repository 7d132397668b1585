package org.tonearm.model.feature.scattering;

import org.tonearm.api.feature.FeatureStream;
import org.tonearm.api.feature.FrameSink;
import org.tonearm.model.feature.batch.BatchedExtractor;
import org.tonearm.model.feature.batch.FeatureBackend;

/**
 * The scattering transform at 16,000 Hz: frames of 525 values, each over 8192 samples (512 ms),
 * every 4096 samples.
 *
 * <p>Wu et al., III, take audio at 16 kHz and name no window; II.A speaks of scales above 500 ms,
 * which 8192 samples meet. Filters, logarithms and ends are those of {@link ScatteringExtractor}:
 * the same samples give the same values, and what differs is the frequency that each row stands
 * for, which {@link #layout()} tells. Thread-safe.
 */
public final class Scattering16kExtractor implements BatchedExtractor {
  private static final int SAMPLE_RATE = 16_000;

  private final ScatteringExtractor transform;

  /** Computes on the processor. */
  public Scattering16kExtractor() {
    this(new ScatteringExtractor(SAMPLE_RATE));
  }

  private Scattering16kExtractor(ScatteringExtractor transform) {
    this.transform = transform;
  }

  @Override
  public Scattering16kExtractor on(FeatureBackend backend) {
    return new Scattering16kExtractor(transform.on(backend));
  }

  @Override
  public String id() {
    return transform.id();
  }

  @Override
  public int sampleRate() {
    return SAMPLE_RATE;
  }

  @Override
  public int dimensions() {
    return transform.dimensions();
  }

  @Override
  public int hop() {
    return transform.hop();
  }

  /** What each of a frame's values means at this sample rate. */
  public ScatteringLayout layout() {
    return transform.layout();
  }

  @Override
  public FeatureStream open(FrameSink sink) {
    return transform.open(sink);
  }
}
