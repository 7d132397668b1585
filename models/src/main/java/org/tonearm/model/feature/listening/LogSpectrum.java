package org.tonearm.model.feature.listening;

import java.util.function.Consumer;
import java.util.function.Function;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.feature.batch.FeatureBackend;
import org.tonearm.model.feature.batch.WindowGathering;
import org.tonearm.model.feature.stft.BandPooling;
import org.tonearm.model.feature.stft.Measure;
import org.tonearm.model.feature.stft.ShortTimeTransform;

/**
 * Logarithms of the bands of a short-time spectrum: ln(1e-5 + band), where a band is made of plain
 * sums of the Fourier transform (a sine of amplitude a gives a x size / 4). Immutable, thread-safe.
 *
 * @param transform gives the magnitudes
 * @param pooling bands within its bins
 */
record LogSpectrum(ShortTimeTransform transform, BandPooling pooling) {
  /** Begins a signal; the sink owns what it receives. */
  FeatureStream open(Consumer<float[]> sink) {
    return transform.open(magnitudes -> sink.accept(of(magnitudes)));
  }

  /** The way to begin signals whose windows are computed together on a backend. */
  Function<Consumer<float[]>, FeatureStream> on(FeatureBackend backend) {
    WindowGathering gathering = transform.gathering(backend, pooling, Measure.AMPLITUDE);
    return sink ->
        transform.open(
            gathering,
            bands -> {
              for (int band = 0; band < bands.length; band++) {
                bands[band] = compressed(bands[band]);
              }
              sink.accept(bands);
            });
  }

  private float[] of(float[] magnitudes) {
    float[] bands = new float[pooling.bands().size()];
    for (int band = 0; band < bands.length; band++) {
      bands[band] = compressed(pooling.bands().get(band).of(magnitudes));
    }
    return bands;
  }

  private float compressed(double band) {
    // The transform scales a sine's amplitude to 1.
    double unscaled = transform.size() / 4.0;
    return (float) Math.log(ListeningLayout.SPECTRUM_FLOOR + unscaled * band);
  }
}
