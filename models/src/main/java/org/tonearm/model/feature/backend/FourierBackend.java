package org.tonearm.model.feature.backend;

/** A library that computes discrete Fourier transforms. Thread-safe. */
public interface FourierBackend {

  /**
   * Prepares transforms of one length; its tables are built here, once.
   *
   * @param length a power of two, at least 2
   * @throws IllegalArgumentException if the length is none
   */
  FourierTransform ofLength(int length);
}
