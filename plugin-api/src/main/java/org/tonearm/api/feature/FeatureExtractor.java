package org.tonearm.api.feature;

import java.util.Map;
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

  /**
   * Other extractors whose frames these contain: by id, the number of leading values that are
   * theirs, value for value, at the same sample rate and hop. A model made for one of those can
   * hear these frames, cut to that length.
   *
   * @return empty where frames are like no others; not to be changed
   */
  default Map<String, Integer> leading() {
    return Map.of();
  }

  /** Samples from one frame's centre to the next. */
  int hop();

  /**
   * Begins one contiguous signal.
   *
   * @param sink receives the frames in order of time, on the thread that pushes
   */
  FeatureStream open(FrameSink sink);
}
