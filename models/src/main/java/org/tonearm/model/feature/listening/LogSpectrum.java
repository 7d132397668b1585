package org.tonearm.model.feature.listening;

import java.util.function.Consumer;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.feature.stft.BandPooling;
import org.tonearm.model.feature.stft.ShortTimeTransform;

/**
 * Logarithms of the bands of a short-time spectrum: ln(1e-5 + band), where a band is made of plain
 * sums of the Fourier transform (a sine of amplitude a gives a x size / 4). Immutable, thread-safe.
 *
 * @param transform gives the magnitudes
 * @param pooling bands within its bins
 */
record LogSpectrum(ShortTimeTransform transform, BandPooling pooling) {
  private static final double FLOOR = 1e-5;

  /** Begins a signal; the sink owns what it receives. */
  FeatureStream open(Consumer<float[]> sink) {
    return transform.open(magnitudes -> sink.accept(of(magnitudes)));
  }

  private float[] of(float[] magnitudes) {
    // The transform scales a sine's amplitude to 1.
    double unscaled = transform.size() / 4.0;
    float[] bands = new float[pooling.bands().size()];
    for (int band = 0; band < bands.length; band++) {
      bands[band] = (float) Math.log(FLOOR + unscaled * pooling.bands().get(band).of(magnitudes));
    }
    return bands;
  }
}
