package org.tonearm.model.feature.stft;

import java.util.Arrays;
import java.util.function.Consumer;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.feature.backend.FourierBackend;
import org.tonearm.model.feature.backend.FourierTransform;
import org.tonearm.model.feature.batch.FeatureBackend;
import org.tonearm.model.feature.batch.PendingWindows;
import org.tonearm.model.feature.batch.WindowGathering;

/**
 * Magnitudes of a signal's short-time Fourier transform under a Hann window.
 *
 * <p>Frame n is centred on sample n times the hop; the signal is continued by its mirror image at
 * both ends. Magnitudes are scaled so that a sine of amplitude a in the middle of a bin gives a in
 * that bin (and a constant c gives 2 c in bin 0). Immutable and thread-safe: all state of a signal
 * is in its stream, which holds a few windows.
 */
public final class ShortTimeTransform {
  private final FourierTransform fourier;
  private final float[] window;
  private final int hop;

  /**
   * Prepares the tables.
   *
   * @param backend computes the Fourier transforms
   * @param size samples a window, a power of two
   * @param hop samples from one window to the next, 1 to {@code size}
   */
  public ShortTimeTransform(FourierBackend backend, int size, int hop) {
    if (hop < 1 || hop > size) {
      throw new IllegalArgumentException("expected a hop of 1 to " + size + ", not " + hop);
    }
    fourier = backend.ofLength(size);
    this.hop = hop;
    window = new float[size];
    for (int t = 0; t < size; t++) {
      // Periodic Hann, whose sum is size / 2; a sine's amplitude is split between two halves of
      // the spectrum.
      window[t] = (float) ((0.5 - 0.5 * Math.cos(2 * Math.PI * t / size)) * 4 / size);
    }
  }

  /** Samples a window. */
  public int size() {
    return window.length;
  }

  /** Samples from one window to the next. */
  public int hop() {
    return hop;
  }

  /** Magnitudes a window: half its samples and one. */
  public int bins() {
    return window.length / 2 + 1;
  }

  /**
   * Begins a signal.
   *
   * @param magnitudes receives {@link #bins()} values a window, in order of time, from 0 Hz up; the
   *     array may be changed, and is used again after the call returns
   */
  public FeatureStream open(Consumer<float[]> magnitudes) {
    float[] values = new float[bins()];
    return new ShortTimeStream(
        this,
        new WindowWork() {
          @Override
          public void accept(float[] samples) {
            magnitudes(samples, values);
            magnitudes.accept(values);
          }

          @Override
          public void finish() {
            // Every window was done when it came.
          }
        });
  }

  /**
   * Has bands computed in batches.
   *
   * @param backend where
   * @param pooling bands within the {@link #bins()}
   * @param measure what is pooled
   * @return for {@link #open(WindowGathering, Consumer)}
   */
  public WindowGathering gathering(FeatureBackend backend, BandPooling pooling, Measure measure) {
    return backend.gathering(
        () -> new DeviceBands(window.clone(), pooling, measure),
        device -> new KernelBands(device, window.clone(), pooling, measure),
        new HostBands(this, pooling, measure));
  }

  /**
   * Begins a signal whose windows are transformed together with others.
   *
   * @param gathering of this transform
   * @param bands receives the pooled values of each window, in order of time, before any logarithm;
   *     fresh arrays that it owns
   */
  public FeatureStream open(WindowGathering gathering, Consumer<float[]> bands) {
    PendingWindows pending = new PendingWindows(bands);
    return new ShortTimeStream(
        this,
        new WindowWork() {
          @Override
          public void accept(float[] samples) {
            pending.add(gathering, Arrays.copyOf(samples, size()), 1);
          }

          @Override
          public void finish() {
            pending.finish();
          }
        });
  }

  /**
   * The magnitudes of one window.
   *
   * @param samples {@link #size()} samples and room for two more; spoilt
   * @param magnitudes receives {@link #bins()} values
   */
  void magnitudes(float[] samples, float[] magnitudes) {
    for (int t = 0; t < window.length; t++) {
      samples[t] *= window[t];
    }
    fourier.forwardReal(samples);
    // Two loops, since the second then compiles to vector instructions: three times as fast.
    for (int k = 0; k < magnitudes.length; k++) {
      float real = samples[2 * k];
      float imaginary = samples[2 * k + 1];
      magnitudes[k] = real * real + imaginary * imaginary;
    }
    for (int k = 0; k < magnitudes.length; k++) {
      magnitudes[k] = (float) Math.sqrt(magnitudes[k]);
    }
  }
}
