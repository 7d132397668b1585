package org.tonearm.model.feature.stft;

/**
 * What is averaged in a band, and how it is compressed: ln(floor + mean). The floor lies 100 dB
 * below full scale, under the noise of audio in 16 bits, and keeps silence finite.
 */
public enum Measure {
  /** Magnitudes, 1 for a sine of full scale; the floor is 1e-5. */
  AMPLITUDE(1e-5) {
    @Override
    void prepare(float[] magnitudes) {}
  },
  /** Their squares; the floor is 1e-10. */
  POWER(1e-10) {
    @Override
    void prepare(float[] magnitudes) {
      for (int k = 0; k < magnitudes.length; k++) {
        magnitudes[k] *= magnitudes[k];
      }
    }
  };

  private final double floor;

  Measure(double floor) {
    this.floor = floor;
  }

  /** From magnitudes to what is averaged, in place. */
  abstract void prepare(float[] magnitudes);

  /** From a mean to a value of a frame. */
  float compress(double mean) {
    return (float) Math.log(floor + mean);
  }
}
