package org.tonearm.model.network.gated;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.tonearm.model.network.indrnn.FrameMatrix;

/**
 * A batch of sequences step by step: a matrix [steps x windows, features], in which the rows of one
 * step lie together, so that a step is a matrix of its own without a copy.
 *
 * <p>Owns its memory outside all workspaces and keeps it from batch to batch. Not thread-safe:
 * copying moves a shared pointer.
 */
public final class TimeMajor {
  private final DataType type;
  private INDArray memory;
  private FloatPointer floats;
  private INDArray rows;
  private int steps;
  private int windows;
  private int features;

  /** Empty until {@link #reshape}. */
  public TimeMajor(DataType type) {
    this.type = type;
  }

  /** Takes on a shape. With a new one the contents are undefined, and earlier views with them. */
  public TimeMajor reshape(int stepCount, int windowCount, int featureCount) {
    if (steps == stepCount && windows == windowCount && features == featureCount) {
      return this;
    }
    steps = stepCount;
    windows = windowCount;
    features = featureCount;
    long count = (long) steps * windows;
    long length = count * features;
    if (memory == null || memory.length() < length) {
      memory = Nd4j.createUninitializedDetached(type, length);
      floats = type == DataType.FLOAT ? new FloatPointer(memory.data().addressPointer()) : null;
    }
    rows = memory.get(NDArrayIndex.interval(0, length)).reshape('c', count, features);
    return this;
  }

  /** All steps: [steps x windows, features], a view. */
  public INDArray rows() {
    return rows;
  }

  /** The steps from the first to before the end: [steps x windows, features], a view. */
  public INDArray rows(int first, int end) {
    return rows.get(
        NDArrayIndex.interval((long) first * windows, (long) end * windows), NDArrayIndex.all());
  }

  /** One step: [windows, features], a view. */
  public INDArray step(int step) {
    return rows(step, step + 1);
  }

  /** Copies a step to the start of an array of windows x features or more; floats only. */
  public void read(int step, float[] to) {
    at(step).get(to, 0, windows * features);
  }

  /** Replaces a step by the start of an array; floats only. */
  public void write(int step, float[] from) {
    at(step).put(from, 0, windows * features);
  }

  private FloatPointer at(int step) {
    return floats.position((long) step * windows * features);
  }

  /** Copies all frames in; the shape must be the same. */
  public void copyFrom(FrameMatrix frames) {
    copy(frames, 0, true);
  }

  /** Copies steps out, the given one becoming the first frame, until the frames are full. */
  public void copyTo(FrameMatrix frames, int first) {
    copy(frames, first, false);
  }

  private void copy(FrameMatrix frames, int first, boolean in) {
    if (frames.windows() != windows
        || frames.features() != features
        || frames.frames() + first > steps) {
      throw new IllegalArgumentException("expected frames of the shape of the steps");
    }
    long row = (long) features * type.width();
    BytePointer here = new BytePointer(memory.data().addressPointer());
    BytePointer there = new BytePointer(frames.rows().data().addressPointer());
    for (int w = 0; w < windows; w++) {
      for (int t = 0; t < frames.frames(); t++) {
        here.position(((long) (first + t) * windows + w) * row);
        there.position(((long) w * frames.frames() + t) * row);
        Pointer.memcpy(in ? here : there, in ? there : here, row);
      }
    }
  }

  public int steps() {
    return steps;
  }

  public int windows() {
    return windows;
  }

  public int features() {
    return features;
  }
}
