package org.tonearm.api.classify;

import java.util.List;
import org.tonearm.api.Stability;
import org.tonearm.api.Subgenres;

/**
 * A trained model: windows of frames to scores. Thread-safe; holds its weights until closed.
 *
 * <p>Deterministic: equal windows give equal scores on one backend, whatever else is in the batch.
 */
@Stability(Stability.Level.EXPERIMENTAL)
public interface Classifier extends AutoCloseable {

  /** What it is. */
  ModelInfo info();

  /**
   * Under which its scores may be kept: another text for other weights, even under the same id. A
   * classifier that never changes under its id need not override it.
   */
  default String version() {
    return info().id();
  }

  /**
   * Scores windows, which may be of several tracks.
   *
   * @param windows each frames x dimensions, 1 to {@code windowFrames} frames; not changed, not
   *     kept
   * @return one result a window, in order
   */
  List<WindowResult> score(List<float[][]> windows);

  /**
   * Joins the windows of one track into calibrated track scores.
   *
   * @param windows results of this classifier for one track, at least one
   * @return one probability a label, in the order of {@link ModelInfo#labels()}, sum 1
   */
  double[] vote(List<WindowResult> windows);

  /**
   * Joins the windows of one track into scores one level below the labels.
   *
   * @param windows as for {@link #vote}
   * @return at most one a label; none where the model knows no sub-genres
   */
  default List<Subgenres> subgenres(List<WindowResult> windows) {
    return List.of();
  }

  @Override
  void close();
}
