package org.tonearm.api.feature;

import org.tonearm.api.Stability;

/**
 * Turns mono PCM into frames of features. Found with {@link java.util.ServiceLoader}.
 *
 * <p>Thread-safe and shareable: filters are built once; all state of one signal is in the {@link
 * FeatureStream} that {@link #open} gives.
 */
@Stability(Stability.Level.EXPERIMENTAL)
public interface FeatureExtractor {

  /** Names kind, sizes and version; changes when any value would, so that caches can hold on it. */
  String id();

  /** Sample rate expected, in Hz. */
  int sampleRate();

  /** Values a frame. */
  int dimensions();

  /** Samples from one frame's centre to the next. */
  int hop();

  /**
   * Begins one contiguous signal.
   *
   * @param sink receives the frames in order of time, on the thread that pushes
   */
  FeatureStream open(FrameSink sink);
}
