package org.tonearm.model.feature.stft;

import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.api.feature.FrameSink;
import org.tonearm.model.feature.batch.BatchedExtractor;
import org.tonearm.model.feature.batch.FeatureBackend;
import org.tonearm.model.feature.batch.WindowGathering;

/**
 * Frames of logarithms of bands of a short-time spectrum; what is common to such extractors.
 * Thread-safe; a stream holds a few windows, however long its signal is.
 */
public abstract class BandExtractor implements BatchedExtractor {
  private final String kind;
  private final int sampleRate;
  private final ShortTimeTransform transform;
  private final BandPooling pooling;
  private final Measure measure;

  /**
   * Describes the way from samples to a frame.
   *
   * @param kind first word of the id
   * @param sampleRate in Hz
   * @param transform gives the spectra
   * @param pooling bands within the transform's bins
   * @param measure what is averaged and compressed
   */
  protected BandExtractor(
      String kind,
      int sampleRate,
      ShortTimeTransform transform,
      BandPooling pooling,
      Measure measure) {
    for (BandPooling.Band band : pooling.bands()) {
      if (band.firstBin() < 0 || band.firstBin() + band.weights().length > transform.bins()) {
        throw new IllegalArgumentException("a band reaches beyond " + transform.bins() + " bins");
      }
    }
    this.kind = kind;
    this.sampleRate = sampleRate;
    this.transform = transform;
    this.pooling = pooling;
    this.measure = measure;
  }

  @Override
  public final String id() {
    return String.join(
        "-",
        kind,
        Integer.toString(dimensions()),
        Integer.toString(transform.size()),
        Integer.toString(transform.hop()),
        Integer.toString(sampleRate),
        "1");
  }

  @Override
  public final int sampleRate() {
    return sampleRate;
  }

  @Override
  public final int dimensions() {
    return pooling.bands().size();
  }

  @Override
  public final int hop() {
    return transform.hop();
  }

  /**
   * The middle of a band.
   *
   * @param dimension index in a frame
   * @return in Hz
   */
  public final double hertz(int dimension) {
    return pooling.bands().get(dimension).centre() * sampleRate / transform.size();
  }

  @Override
  public final FeatureExtractor on(FeatureBackend backend) {
    return new BatchedBands(this, transform.gathering(backend, pooling, measure));
  }

  /** As {@link #open}, in batches. */
  final FeatureStream open(WindowGathering gathering, FrameSink sink) {
    return transform.open(
        gathering,
        bands -> {
          for (int band = 0; band < bands.length; band++) {
            bands[band] = measure.compress(bands[band]);
          }
          sink.accept(bands);
        });
  }

  @Override
  public final FeatureStream open(FrameSink sink) {
    return transform.open(magnitudes -> sink.accept(frame(magnitudes)));
  }

  private float[] frame(float[] magnitudes) {
    measure.prepare(magnitudes);
    float[] frame = new float[dimensions()];
    for (int band = 0; band < frame.length; band++) {
      frame[band] = measure.compress(pooling.bands().get(band).of(magnitudes));
    }
    return frame;
  }
}
