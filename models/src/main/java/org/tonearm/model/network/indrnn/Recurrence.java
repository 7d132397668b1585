package org.tonearm.model.network.indrnn;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * The arithmetic of an IndRNN layer between its matrix products, on heap memory.
 *
 * <p>With z the projection W x, the pre-activation is a_t = scale * z_t + shift + u * h_(t-1) and
 * h_t = max(0, a_t), element by element (Wu et al., equations 7 and 8; scale and shift fold
 * normalisation and bias). At masked steps h is 0 and nothing is learned. Holds the last batch
 * loaded; not thread-safe. All arrays passed in are only read, those returned belong to the caller.
 */
interface Recurrence {

  /** One for the type of a network's parameters: float, or double for gradient checks. */
  static Recurrence of(DataType type) {
    return type == DataType.DOUBLE ? new DoubleRecurrence() : new FloatRecurrence();
  }

  /**
   * Copies the projection in.
   *
   * @param projection z
   * @param live one flag a frame, window by window; null where all are live
   */
  void load(FrameMatrix projection, boolean[] live);

  /** Mean and biased variance of each column of z over the live frames. */
  Moments moments();

  /**
   * Computes h for all frames.
   *
   * @param affine what to do to z
   * @param u recurrent weights
   * @param initial h before the first frame, [batch x features], or null for 0
   * @param activations receives h
   */
  void forward(Affine affine, double[] u, double[] initial, FrameMatrix activations);

  /** h of the last frame, [batch x features]. */
  double[] lastState();

  /**
   * Carries a gradient back through the activations of the last {@link #forward}, which it uses up.
   *
   * @param epsilon dL/dh of each frame as the layers above see it
   * @param first the first frame of a window that receives a gradient (truncation), usually 0
   */
  Sums backward(FrameMatrix epsilon, int first);

  /**
   * Writes dL/dz = delta * onDelta + z * onProjection + constant for live frames and 0 for masked
   * ones, where delta is dL/da of the last {@link #backward}.
   */
  void projectionGradient(
      double[] onDelta, double[] onProjection, double[] constant, FrameMatrix gradient);

  /** Per column: what is multiplied to the projection and added to it. */
  @SuppressWarnings("ArrayRecordComponent") // plain vectors, never compared
  record Affine(double[] scale, double[] shift) {}

  /** Per column: mean and biased variance over so many frames. */
  @SuppressWarnings("ArrayRecordComponent") // plain vectors, never compared
  record Moments(long count, double[] mean, double[] variance) {}

  /** Per column, over all live frames: sums of delta h_(t-1), of delta, and of delta z. */
  @SuppressWarnings("ArrayRecordComponent") // plain vectors, never compared
  record Sums(double[] recurrent, double[] delta, double[] deltaProjection) {}
}
