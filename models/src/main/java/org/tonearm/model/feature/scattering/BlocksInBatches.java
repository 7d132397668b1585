package org.tonearm.model.feature.scattering;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tonearm.api.feature.FrameSink;
import org.tonearm.model.feature.batch.PendingWindows;
import org.tonearm.model.feature.batch.WindowGathering;

/** Has blocks scattered together with those of other signals. */
final class BlocksInBatches implements BlockWork {
  private final Function<BlockPlan, WindowGathering> gatherings;
  private final PendingWindows pending;

  /**
   * @param gatherings one for each plan
   * @param compression turns a frame of coefficients into the frame that the sink receives
   */
  BlocksInBatches(
      Function<BlockPlan, WindowGathering> gatherings,
      UnaryOperator<float[]> compression,
      FrameSink sink) {
    this.gatherings = gatherings;
    pending = new PendingWindows(frame -> sink.accept(compression.apply(frame)));
  }

  @Override
  public void accept(BlockPlan plan, float[] block, int frames) {
    float[] window = Arrays.copyOf(block, plan.geometry().length());
    pending.add(gatherings.apply(plan), window, frames);
  }

  @Override
  public void finish() {
    pending.finish();
  }
}
