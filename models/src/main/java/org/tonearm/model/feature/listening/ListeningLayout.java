package org.tonearm.model.feature.listening;

import org.tonearm.model.feature.Frames;

/**
 * What stands where in a frame of {@link ListeningExtractor}, and the three spectra that such
 * frames hold. Stateless.
 *
 * <p>A frame is 525 scattering coefficients, then {@value #MEL_STEPS} mel spectra of {@value
 * #MEL_BANDS} bands, then {@value #PITCH_STEPS} pitch spectra of {@value #PITCH_BANDS} semitones;
 * spectra in order of time, bands from the lowest up.
 */
public final class ListeningLayout {
  /** Names what stands where and how it is computed. */
  public static final String ID = "listening-2";

  /** Scattering coefficients a frame. */
  public static final int SCATTERING = 525;

  /** Mel spectra a frame. */
  public static final int MEL_STEPS = 8;

  /** Bands that lie higher are not heard: there, recordings differ by their codecs. */
  public static final double HIGHEST_HZ = 8000;

  /** What is added to a band of a spectrum before its logarithm is taken. */
  public static final double SPECTRUM_FLOOR = 1e-5;

  /** Bands of a mel spectrum, at even steps of mel from 30 to 8000 Hz. */
  public static final int MEL_BANDS = 80;

  /** Pitch spectra a frame. */
  public static final int PITCH_STEPS = 2;

  /** Semitones of a pitch spectrum: six octaves from {@link #LOWEST_NOTE} up. */
  public static final int PITCH_BANDS = 72;

  /** The lowest semitone, as a MIDI note: C of 65.4 Hz. */
  public static final int LOWEST_NOTE = 36;

  /** Where the mel spectra begin. */
  public static final int MEL_FROM = SCATTERING;

  /** Where the pitch spectra begin. */
  public static final int PITCH_FROM = MEL_FROM + MEL_STEPS * MEL_BANDS;

  /** Values a frame. */
  public static final int DIMENSIONS = PITCH_FROM + PITCH_STEPS * PITCH_BANDS;

  private ListeningLayout() {}

  /** The scattering coefficients alone: as many frames, of {@link #SCATTERING} values. */
  public static Frames scattering(Frames frames) {
    return part(frames, 0, 1, SCATTERING);
  }

  /** The mel spectra: {@link #MEL_STEPS} times as many frames, of {@link #MEL_BANDS} values. */
  public static Frames mel(Frames frames) {
    return part(frames, MEL_FROM, MEL_STEPS, MEL_BANDS);
  }

  /** The pitch spectra: twice as many frames, of {@link #PITCH_BANDS} values. */
  public static Frames pitch(Frames frames) {
    return part(frames, PITCH_FROM, PITCH_STEPS, PITCH_BANDS);
  }

  private static Frames part(Frames frames, int from, int steps, int width) {
    if (frames.dimensions() != DIMENSIONS) {
      throw new IllegalArgumentException(
          "expected frames of " + DIMENSIONS + " values, not " + frames.dimensions());
    }
    float[] values = new float[frames.count() * steps * width];
    for (int n = 0; n < frames.count(); n++) {
      System.arraycopy(
          frames.values(), n * DIMENSIONS + from, values, n * steps * width, steps * width);
    }
    return new Frames(frames.count() * steps, width, values);
  }
}
