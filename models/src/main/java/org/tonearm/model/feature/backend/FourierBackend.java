package org.tonearm.model.feature.backend;

import org.slf4j.LoggerFactory;

/** A library that computes discrete Fourier transforms. Thread-safe. */
public interface FourierBackend {

  /**
   * Prepares transforms of one length; its tables are built here, once.
   *
   * @param length a power of two, at least 4
   * @throws IllegalArgumentException if the length is none
   */
  FourierTransform ofLength(int length);

  /** The fastest on this machine: libavutil, or where it has no natives, JTransforms. */
  static FourierBackend fastest() {
    try {
      return new AvTransformBackend();
    } catch (LinkageError e) {
      LoggerFactory.getLogger(FourierBackend.class)
          .debug("libavutil is not at hand, JTransforms computes", e);
      return new JTransformsBackend();
    }
  }
}
