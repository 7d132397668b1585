package org.tonearm.audio;

/**
 * Left and right to one channel, half of each, a second at a time. Where they cancel each other out
 * over a second, as in a recording of which one channel was turned over, the half of each would be
 * silence to which nobody listens: there the left one is heard alone.
 */
final class StereoMix {
  /** Of the energies of what both channels share and of what they differ in: 30 dB. */
  private static final double CANCELLED = 1e-3;

  private final MonoResampler.Output output;
  private final float[] left;
  private final float[] right;
  private int filled;
  private boolean judged;
  private boolean cancelled;

  /**
   * @param second samples of a second
   */
  StereoMix(int second, MonoResampler.Output output) {
    this.output = output;
    this.left = new float[second];
    this.right = new float[second];
  }

  /** Takes samples of both channels; those of a second that is not full stay inside. */
  void accept(float[] left, float[] right, int length) {
    for (int done = 0; done < length; ) {
      int count = Math.min(length - done, this.left.length - filled);
      System.arraycopy(left, done, this.left, filled, count);
      System.arraycopy(right, done, this.right, filled, count);
      filled += count;
      done += count;
      if (filled == this.left.length) {
        judge();
        hand();
      }
    }
  }

  /**
   * Hands over what is still inside. It is judged as the second before it: it may be very short.
   */
  void flush() {
    if (filled > 0) {
      if (!judged) {
        judge();
      }
      hand();
    }
    reset();
  }

  /** Forgets what is still inside. */
  void reset() {
    filled = 0;
    judged = false;
  }

  private void judge() {
    double shared = 0;
    double different = 0;
    for (int i = 0; i < filled; i++) {
      double sum = (double) left[i] + right[i];
      double difference = (double) left[i] - right[i];
      shared += sum * sum;
      different += difference * difference;
    }
    cancelled = shared < CANCELLED * different;
    judged = true;
  }

  /** The left array is handed on: it is written anew before it is read again. */
  private void hand() {
    if (!cancelled) {
      for (int i = 0; i < filled; i++) {
        left[i] = 0.5f * left[i] + 0.5f * right[i];
      }
    }
    output.accept(left, filled);
    filled = 0;
  }
}
