package org.tonearm.model.network.inference;

/**
 * A layer of gated recurrent units that go through time both ways, of which each row has the states
 * of both (Shah et al., 3.5; the equations are those of {@link org.tonearm.model.network.gru.Gru}).
 * The arrays are held, not copied; nobody may change them.
 *
 * @param inputs values a row
 * @param width units each way
 * @param weights W, input by input: inputs x (2 x 3 x width): reset, update and candidate of those
 *     that go forward, then of the others
 * @param recurrent U, 2 x (width x (3 x width)), in the same order
 * @param bias 2 x (3 x width), in the same order, then 2 x width: what is added to the candidates'
 *     recurrent products
 */
@SuppressWarnings("ArrayRecordComponent") // ownership is stated
public record GruWeights(int inputs, int width, float[] weights, float[] recurrent, float[] bias)
    implements NetworkWeights.Layer {
  /** Gates of a unit, the candidate among them. */
  public static final int GATES = 3;

  /** Forward and backward in time. */
  public static final int WAYS = 2;

  /** Checks the lengths. */
  public GruWeights {
    if (inputs < 1
        || width < 1
        || weights.length != inputs * WAYS * GATES * width
        || recurrent.length != WAYS * width * GATES * width
        || bias.length != WAYS * (GATES + 1) * width) {
      throw new IllegalArgumentException("the arrays' lengths do not fit the layer's shape");
    }
  }

  @Override
  public int units() {
    return WAYS * width;
  }

  @Override
  public long parameters() {
    return (long) weights.length + recurrent.length + bias.length;
  }
}
