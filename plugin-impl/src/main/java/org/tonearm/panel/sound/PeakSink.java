package org.tonearm.panel.sound;

import java.util.Arrays;
import org.tonearm.api.audio.PcmSink;

/**
 * Makes a waveform of samples as they come. Takes the same memory however long the track is: when
 * it is full, stretches are joined two by two. Confined to one thread.
 */
final class PeakSink implements PcmSink {
  /** Stretches at most; more than a screen is wide. */
  static final int MOST = 4096;

  private final int rate;
  private final float[] peaks = new float[MOST];
  private int size;
  private long stretch;
  private long inStretch;

  /**
   * @param rate of the samples in Hz
   * @param samples of the first stretches
   */
  PeakSink(int rate, int samples) {
    this.rate = rate;
    this.stretch = Math.max(1, samples);
  }

  @Override
  public void begin(double startSeconds) {}

  @Override
  public void accept(float[] samples, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (inStretch == 0) {
        if (size == MOST) {
          join();
        }
        peaks[size++] = 0;
      }
      float loud = Math.abs(samples[i]);
      if (loud > peaks[size - 1]) {
        peaks[size - 1] = Math.min(1, loud);
      }
      inStretch = (inStretch + 1) % stretch;
    }
  }

  Waveform waveform() {
    return new Waveform(Arrays.copyOf(peaks, size), (double) stretch / rate);
  }

  private void join() {
    size = MOST / 2;
    for (int i = 0; i < size; i++) {
      peaks[i] = Math.max(peaks[2 * i], peaks[2 * i + 1]);
    }
    stretch *= 2;
  }
}
