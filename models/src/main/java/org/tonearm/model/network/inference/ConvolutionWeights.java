package org.tonearm.model.network.inference;

/**
 * A convolution of 3 x 3 over time and bands with zeros beyond the borders, then the maxima of
 * blocks of 2 x 2, then ReLU; normalisation is folded into the weights. Halves bands and time,
 * rounded up. The arrays are held, not copied; nobody may change them.
 *
 * @param steps of time, side by side in a row that it takes, the oldest first
 * @param bands of a step, each with all its channels
 * @param channels of a band
 * @param maps channels of a band that it gives
 * @param weights (time x band x channel) x maps: the kernel's three steps, of each its three bands,
 *     of each its channels
 * @param bias one a map
 */
@SuppressWarnings("ArrayRecordComponent") // ownership is stated
public record ConvolutionWeights(
    int steps, int bands, int channels, int maps, float[] weights, float[] bias)
    implements NetworkWeights.Layer {
  /** Side of the kernel. */
  static final int SIDE = 3;

  private static final float[] NONE = {};

  /** Checks the lengths. */
  public ConvolutionWeights {
    if (steps < 1
        || bands < 1
        || channels < 1
        || maps < 1
        || weights.length != SIDE * SIDE * channels * maps
        || bias.length != maps) {
      throw new IllegalArgumentException("the arrays' lengths do not fit the layer's shape");
    }
  }

  @Override
  public int inputs() {
    return steps * bands * channels;
  }

  @Override
  public int units() {
    return halved(bands) * maps;
  }

  @Override
  public float[] recurrent() {
    return NONE;
  }

  @Override
  public int columns() {
    return maps;
  }

  @Override
  public long rows(long rows) {
    return (steps * rows + 1) / 2;
  }

  /** The surroundings, or the sums, of all positions of a row. */
  @Override
  public long room() {
    return (long) steps * bands * Math.max(weights.length / maps, maps);
  }

  @Override
  public long parameters() {
    return weights.length + (long) bias.length;
  }

  /** Half of a length, rounded up. */
  static int halved(int length) {
    return (length + 1) / 2;
  }
}
