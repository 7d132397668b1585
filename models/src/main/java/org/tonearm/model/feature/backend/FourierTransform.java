package org.tonearm.model.feature.backend;

/**
 * Discrete Fourier transforms of one length n, in place, in single precision. Thread-safe: all
 * state is in the caller's arrays, which may be longer than needed.
 */
public interface FourierTransform {

  /** The length n. */
  int length();

  /**
   * X[k] = sum over t of x[t] exp(-2 pi i k t / n), for k = 0 to n/2.
   *
   * @param data n + 2 floats at least: on entry n real samples, on return n/2 + 1 bins, real and
   *     imaginary part by turns
   */
  void forwardReal(float[] data);

  /**
   * x[t] = sum over k of X[k] exp(+2 pi i k t / n), without the factor 1/n.
   *
   * @param data 2 n floats at least: complex values, real and imaginary part by turns; on return n
   *     of them
   * @param bins how many of the X[k], from the first, are given; the others count as zero, whatever
   *     the array holds there
   */
  void inverseComplex(float[] data, int bins);
}
