package org.tonearm.model.classifier;

import org.tonearm.model.feature.Frames;
import org.tonearm.model.statistics.WindowStatistics;

/**
 * A trunk at work. Thread-safe; holds native memory until closed. Equal windows give equal sounds,
 * to the bit, on one backend.
 */
public final class TrunkListener implements AutoCloseable {
  private final Trunk trunk;
  private final NetworkListener network;

  /** Takes the trunk; nothing is copied but the weights into native memory. */
  public TrunkListener(Trunk trunk) {
    this.trunk = trunk;
    this.network = new NetworkListener(trunk.weights(), trunk.standardizer(), trunk.head());
  }

  /**
   * Hears a window.
   *
   * @param window frames x dimensions, at least one frame; not changed, not kept
   */
  public WindowSound hear(float[][] window) {
    Frames frames = Frames.of(window);
    float[] statistics = WindowStatistics.of(frames);
    return new WindowSound(
        network.embedding(frames), statistics, kind(frames), trunk.gate().music(frames));
  }

  private float[] kind(Frames frames) {
    double[] log = network.logProbabilities(frames);
    float[] roots = new float[log.length];
    for (int i = 0; i < log.length; i++) {
      roots[i] = (float) Math.exp(log[i] / 2);
    }
    return roots;
  }

  @Override
  public void close() {
    network.close();
  }
}
