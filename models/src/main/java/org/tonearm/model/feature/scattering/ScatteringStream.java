package org.tonearm.model.feature.scattering;

import java.util.Arrays;
import java.util.Objects;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.feature.MirrorContinuation;

/**
 * Cuts a signal into blocks whose margins overlap. Before its first sample and after its last the
 * signal is continued by its mirror image; at the seams between blocks it is itself.
 */
final class ScatteringStream implements FeatureStream {
  private final BlockPlans plans;
  private final BlockGeometry geometry;
  private final BlockWork work;
  private final float[] kept;
  private final float[] block;
  private long keptFrom;
  private int keptCount;
  private long nextFrame;
  private boolean finished;

  /**
   * @param work what becomes of the blocks
   */
  ScatteringStream(BlockPlans plans, BlockWork work) {
    this.plans = plans;
    this.geometry = plans.longest();
    this.work = work;
    kept = new float[geometry.span(geometry.frames())];
    block = new float[geometry.length()];
  }

  @Override
  public void push(float[] samples, int offset, int length) {
    if (finished) {
      throw new IllegalStateException("the stream is finished");
    }
    Objects.checkFromIndexSize(offset, length, samples.length);
    int taken = 0;
    while (taken < length) {
      int count = Math.min(length - taken, kept.length - keptCount);
      System.arraycopy(samples, offset + taken, kept, keptCount, count);
      keptCount += count;
      taken += count;
      emitWhole();
    }
  }

  @Override
  public void finish() {
    if (finished) {
      throw new IllegalStateException("the stream is finished");
    }
    finished = true;
    long end = keptFrom + keptCount;
    if (end == 0) {
      return;
    }
    long frames = 1 + (end - 1) / geometry.hop();
    while (nextFrame < frames) {
      emit((int) Math.min(frames - nextFrame, geometry.frames()), end);
    }
    work.finish();
  }

  /** Emits blocks as long as one needs no sample after those that came. */
  private void emitWhole() {
    while (keptFrom + keptCount >= start() + kept.length) {
      emit(geometry.frames(), Long.MAX_VALUE);
      long unneeded = start() - keptFrom;
      if (unneeded > 0) {
        keptCount -= (int) unneeded;
        System.arraycopy(kept, (int) unneeded, kept, 0, keptCount);
        keptFrom += unneeded;
      }
    }
  }

  /** The position in the signal of the next block's first sample; negative at first. */
  private long start() {
    return nextFrame * geometry.hop() - geometry.margin();
  }

  private void emit(int count, long end) {
    BlockPlan plan = plans.forFrames(count);
    int length = plan.geometry().length();
    int span = Math.min(geometry.span(count), length);
    long start = start();
    int before = (int) Math.min(span, Math.max(0, -start));
    int behind = (int) Math.max(before, Math.min(span, end - start));
    mirror(start, end, 0, before);
    System.arraycopy(kept, (int) (start + before - keptFrom), block, before, behind - before);
    mirror(start, end, behind, span);
    Arrays.fill(block, span, length, 0);
    work.accept(plan, block, count);
    nextFrame += count;
  }

  /** Fills a part of the block with the signal's mirror image. */
  private void mirror(long start, long end, int from, int to) {
    for (int t = from; t < to; t++) {
      block[t] = kept[(int) (MirrorContinuation.position(start + t, end) - keptFrom)];
    }
  }
}
