package org.tonearm.panel.sound;

import java.util.Arrays;

/**
 * How loud a track is from its start to its end, as peaks of stretches of equal length. Immutable.
 */
public final class Waveform {
  private final float[] peaks;
  private final double stretchSeconds;

  /**
   * @param peaks of each stretch, 0 to 1; copied
   * @param stretchSeconds length of a stretch in seconds, above 0
   */
  public Waveform(float[] peaks, double stretchSeconds) {
    if (!(stretchSeconds > 0)) {
      throw new IllegalArgumentException("a stretch takes time, not " + stretchSeconds + " s");
    }
    this.peaks = Arrays.copyOf(peaks, peaks.length);
    this.stretchSeconds = stretchSeconds;
  }

  /** How many stretches there are. */
  public int size() {
    return peaks.length;
  }

  /** Length of what was heard in seconds. */
  public double seconds() {
    return peaks.length * stretchSeconds;
  }

  /**
   * The highest peak between two moments, 0 where nothing was heard.
   *
   * @param from in seconds
   * @param to in seconds
   */
  public float peak(double from, double to) {
    int first = Math.max(0, (int) Math.floor(from / stretchSeconds));
    int last = Math.min(peaks.length - 1, (int) Math.floor(to / stretchSeconds));
    float peak = 0;
    for (int i = first; i <= last; i++) {
      peak = Math.max(peak, peaks[i]);
    }
    return peak;
  }
}
