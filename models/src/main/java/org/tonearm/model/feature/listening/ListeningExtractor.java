package org.tonearm.model.feature.listening;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.api.feature.FrameSink;
import org.tonearm.model.feature.backend.FourierBackend;
import org.tonearm.model.feature.batch.BatchedExtractor;
import org.tonearm.model.feature.batch.FeatureBackend;
import org.tonearm.model.feature.mel.MelFilterBank;
import org.tonearm.model.feature.scattering.ScatteringExtractor;
import org.tonearm.model.feature.scattering.ScatteringLayout;
import org.tonearm.model.feature.stft.ShortTimeTransform;

/**
 * Frames of 1309 values every 4096 samples (186 ms) at 22,050 Hz, laid out as {@link
 * ListeningLayout} says:
 *
 * <ul>
 *   <li>the 525 scattering coefficients of {@link ScatteringExtractor}; those of bands above 8000
 *       Hz, where recordings differ by their codecs, as in silence;
 *   <li>eight mel spectra, windows of 2048 samples (93 ms) every 512: means of magnitudes in 80
 *       triangular bands from 30 to 8000 Hz, frame n holding those centred on samples 512 (8 n) to
 *       512 (8 n + 7);
 *   <li>two pitch spectra, windows of 8192 samples (372 ms) every 2048: sums of magnitudes within
 *       0.75 semitones of the MIDI notes 36 to 107, centred on samples 2048 (2 n) and 2048 (2 n +
 *       1).
 * </ul>
 *
 * <p>Spectra are taken under a periodic Hann window, with plain sums of the Fourier transform, and
 * as ln(1e-5 + x); values lie between -11.6 and about 10. The signal is continued by its mirror
 * image at both ends; where it ends within a frame, its last spectrum is repeated.
 *
 * <p>Thread-safe; a stream holds about 8 MB, however long its signal is.
 */
public final class ListeningExtractor implements BatchedExtractor {
  private static final int MEL_SIZE = 2048;
  private static final int PITCH_SIZE = 8192;
  private static final double LOWEST_HZ = 30;
  private static final double PITCH_REACH = 0.75;

  private final ScatteringExtractor scattering;
  private final LogSpectrum mel;
  private final LogSpectrum pitch;
  private final Function<Consumer<float[]>, FeatureStream> melStreams;
  private final Function<Consumer<float[]>, FeatureStream> pitchStreams;

  /** Computes on the processor. */
  public ListeningExtractor() {
    scattering = new ScatteringExtractor(ListeningLayout.HIGHEST_HZ);
    FourierBackend fourier = FourierBackend.fastest();
    int rate = scattering.sampleRate();
    int hop = scattering.hop();
    mel =
        new LogSpectrum(
            new ShortTimeTransform(fourier, MEL_SIZE, hop / ListeningLayout.MEL_STEPS),
            new MelFilterBank(ListeningLayout.MEL_BANDS, LOWEST_HZ, ListeningLayout.HIGHEST_HZ)
                .pooling(rate, MEL_SIZE));
    pitch =
        new LogSpectrum(
            new ShortTimeTransform(fourier, PITCH_SIZE, hop / ListeningLayout.PITCH_STEPS),
            new PitchFilterBank(
                    ListeningLayout.LOWEST_NOTE, ListeningLayout.PITCH_BANDS, PITCH_REACH)
                .pooling(rate, PITCH_SIZE));
    melStreams = mel::open;
    pitchStreams = pitch::open;
  }

  private ListeningExtractor(ListeningExtractor other, FeatureBackend backend) {
    scattering = other.scattering.on(backend);
    mel = other.mel;
    pitch = other.pitch;
    melStreams = mel.on(backend);
    pitchStreams = pitch.on(backend);
  }

  @Override
  public ListeningExtractor on(FeatureBackend backend) {
    return new ListeningExtractor(this, backend);
  }

  @Override
  public String id() {
    return ListeningLayout.ID;
  }

  @Override
  public int sampleRate() {
    return scattering.sampleRate();
  }

  @Override
  public int dimensions() {
    return ListeningLayout.DIMENSIONS;
  }

  @Override
  public Map<String, Integer> leading() {
    return Map.of(scattering.id(), scattering.dimensions());
  }

  @Override
  public int hop() {
    return scattering.hop();
  }

  /** What each of the scattering coefficients means. */
  public ScatteringLayout scatteringLayout() {
    return scattering.layout();
  }

  @Override
  public FeatureStream open(FrameSink sink) {
    return new ListeningStream(scattering, melStreams, pitchStreams, sink);
  }
}
