package org.tonearm.model.feature.scattering;

import java.util.function.UnaryOperator;
import org.tonearm.api.feature.FrameSink;

/** Scatters blocks at once, on the caller's thread. */
final class BlocksHere implements BlockWork {
  private final int rows;
  private final UnaryOperator<float[]> compression;
  private final FrameSink sink;
  private BlockTransform transform;
  private int transformLength;

  /**
   * @param rows values a frame
   * @param compression turns a frame of coefficients into the frame that the sink receives
   */
  BlocksHere(int rows, UnaryOperator<float[]> compression, FrameSink sink) {
    this.rows = rows;
    this.compression = compression;
    this.sink = sink;
  }

  @Override
  public void accept(BlockPlan plan, float[] block, int count) {
    if (transform == null || transformLength != plan.geometry().length()) {
      transform = new BlockTransform(plan);
      transformLength = plan.geometry().length();
    }
    float[][] frames = new float[count][rows];
    transform.scatter(block, frames);
    for (float[] frame : frames) {
      sink.accept(compression.apply(frame));
    }
  }

  @Override
  public void finish() {
    // Every frame went on with its block.
  }
}
