package org.tonearm.model.feature.scattering;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.api.feature.FrameSink;
import org.tonearm.model.feature.MirrorContinuation;

/**
 * Cuts a signal into blocks whose margins overlap. Before its first sample and after its last the
 * signal is continued by its mirror image; at the seams between blocks it is itself.
 */
final class ScatteringStream implements FeatureStream {
  private final BlockPlans plans;
  private final BlockGeometry geometry;
  private final UnaryOperator<float[]> compression;
  private final int rows;
  private final FrameSink sink;
  private final float[] kept;
  private final float[] block;
  private BlockTransform transform;
  private int transformLength;
  private long keptFrom;
  private int keptCount;
  private long nextFrame;
  private boolean finished;

  /**
   * @param rows values a frame
   * @param compression turns a frame of coefficients into the frame that the sink receives
   */
  ScatteringStream(BlockPlans plans, int rows, UnaryOperator<float[]> compression, FrameSink sink) {
    this.plans = plans;
    this.geometry = plans.longest();
    this.compression = compression;
    this.rows = rows;
    this.sink = sink;
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
    if (transform == null || transformLength != plan.geometry().length()) {
      transform = new BlockTransform(plan);
      transformLength = plan.geometry().length();
    }
    int span = Math.min(geometry.span(count), transformLength);
    long start = start();
    for (int t = 0; t < span; t++) {
      block[t] = kept[(int) (MirrorContinuation.position(start + t, end) - keptFrom)];
    }
    Arrays.fill(block, span, transformLength, 0);
    float[][] frames = new float[count][rows];
    transform.scatter(block, frames);
    for (float[] frame : frames) {
      sink.accept(compression.apply(frame));
    }
    nextFrame += count;
  }
}
