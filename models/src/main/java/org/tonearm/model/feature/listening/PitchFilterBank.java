package org.tonearm.model.feature.listening;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.model.feature.stft.BandPooling;

/**
 * Triangles a semitone apart: the weight of a bin falls from 1 at the note to 0 at {@code reach}
 * semitones from it. Weights are not scaled: a tone counts as much in a high band, which has many
 * bins, as in a low one.
 *
 * @param lowest the first note, as a MIDI number (69 is 440 Hz)
 * @param bands number of notes
 * @param reach in semitones, above 0
 */
record PitchFilterBank(int lowest, int bands, double reach) {

  /**
   * The filters on the bins of a spectrum.
   *
   * @param sampleRate in Hz
   * @param size samples a window
   */
  BandPooling pooling(int sampleRate, int size) {
    List<BandPooling.Band> filters = new ArrayList<>();
    double hertz = (double) sampleRate / size;
    for (int note = lowest; note < lowest + bands; note++) {
      int first = (int) Math.ceil(frequency(note - reach) / hertz);
      int last = (int) Math.floor(frequency(note + reach) / hertz);
      float[] weights = new float[last - first + 1];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) Math.max(0, 1 - Math.abs(note((first + i) * hertz) - note) / reach);
      }
      filters.add(new BandPooling.Band(first, weights));
    }
    return new BandPooling(filters);
  }

  private static double frequency(double note) {
    return 440 * Math.pow(2, (note - 69) / 12);
  }

  private static double note(double hertz) {
    return 69 + 12 * Math.log(hertz / 440) / Math.log(2);
  }
}
