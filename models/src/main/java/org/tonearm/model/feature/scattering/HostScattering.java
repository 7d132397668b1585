package org.tonearm.model.feature.scattering;

import java.util.List;
import org.tonearm.model.feature.batch.WindowTransform;

/**
 * Scatters blocks one after the other on the processor. Thread-safe: every call has its scratch.
 */
record HostScattering(BlockPlan plan, int dimensions) implements WindowTransform {

  @Override
  public int samples() {
    return plan.geometry().length();
  }

  @Override
  public int frames() {
    return plan.geometry().frames();
  }

  @Override
  public long bytesPerWindow() {
    return 8L * Float.BYTES * samples();
  }

  @Override
  public float[][][] transform(List<float[]> windows, int width) {
    BlockTransform transform = new BlockTransform(plan);
    float[][][] frames = new float[windows.size()][frames()][dimensions];
    for (int n = 0; n < frames.length; n++) {
      transform.scatter(windows.get(n), frames[n]);
    }
    return frames;
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
