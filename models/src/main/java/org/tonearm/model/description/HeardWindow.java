package org.tonearm.model.description;

import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningLayout;

/**
 * A window, cut up for the blocks.
 *
 * @param scattering frames of {@link ScatteringRows}
 * @param components the same after {@link FrameProjection}
 * @param mel logarithms of mel spectra, in order of time, 80 bands from the lowest up
 * @param cepstra the same after {@link Cepstrum}
 * @param pitch logarithms of pitch spectra, in order of time, 72 semitones from a C up
 */
public record HeardWindow(
    Frames scattering, Frames components, Frames mel, Frames cepstra, Frames pitch) {
  private static final Frames NONE = new Frames(0, 0, new float[0]);

  /**
   * Cuts listening frames, without components.
   *
   * @param listening at least one frame, laid out as {@link ListeningLayout} says
   */
  public static HeardWindow of(Frames listening, ScatteringRows rows) {
    Frames mel = ListeningLayout.mel(listening);
    return new HeardWindow(
        rows.of(listening), NONE, mel, Cepstrum.of(mel), ListeningLayout.pitch(listening));
  }

  /** Cuts listening frames, all of it. */
  public static HeardWindow of(Frames listening, ScatteringRows rows, FrameProjection projection) {
    HeardWindow window = of(listening, rows);
    return new HeardWindow(
        window.scattering(),
        projection.apply(window.scattering()),
        window.mel(),
        window.cepstra(),
        window.pitch());
  }

  /** Components alone, of frames of {@link ScatteringRows}. */
  static HeardWindow of(Frames scattering, FrameProjection projection) {
    return new HeardWindow(scattering, projection.apply(scattering), NONE, NONE, NONE);
  }
}
