package org.tonearm.model.feature.scattering;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.model.feature.backend.FourierBackend;

/**
 * The plans for all lengths of block: the longest for the body of a signal, shorter ones for short
 * signals and last frames. Each is built when first asked for. Thread-safe.
 */
final class BlockPlans {
  private final ScatteringFilters filters;
  private final List<ScatteringPath> paths;
  private final Sampling sampling;
  private final FourierBackend fourier;
  private final List<BlockGeometry> geometries;
  private final BlockPlan[] plans;

  /**
   * @param geometries the blocks to choose from, shortest first, alike in margin and hop
   */
  BlockPlans(
      ScatteringFilters filters,
      List<ScatteringPath> paths,
      Sampling sampling,
      FourierBackend fourier,
      List<BlockGeometry> geometries) {
    this.filters = filters;
    this.paths = List.copyOf(paths);
    this.sampling = sampling;
    this.fourier = fourier;
    this.geometries = List.copyOf(geometries);
    this.plans = new BlockPlan[geometries.size()];
  }

  /** Blocks of powers of two between two lengths. */
  static List<BlockGeometry> geometries(int shortest, int longest, int margin, int hop) {
    List<BlockGeometry> geometries = new ArrayList<>();
    for (int length = shortest; length <= longest; length *= 2) {
      geometries.add(new BlockGeometry(length, margin, hop));
    }
    return geometries;
  }

  /** The longest block. */
  BlockGeometry longest() {
    return geometries.get(geometries.size() - 1);
  }

  /** The plan of the shortest block that gives so many frames, or of the longest if none does. */
  BlockPlan forFrames(int frames) {
    int index = 0;
    while (index < geometries.size() - 1 && geometries.get(index).frames() < frames) {
      index++;
    }
    return plan(index);
  }

  private synchronized BlockPlan plan(int index) {
    if (plans[index] == null) {
      plans[index] = new BlockPlan(geometries.get(index), filters, paths, sampling, fourier);
    }
    return plans[index];
  }
}
