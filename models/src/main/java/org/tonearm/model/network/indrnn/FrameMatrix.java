package org.tonearm.model.network.indrnn;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A batch of windows seen in two ways over the same memory: as a sequence [batch, features, time],
 * which is how Deeplearning4j passes it on, and as a matrix of frames [batch x time, features],
 * contiguous row by row, which is what a matrix product wants.
 *
 * <p>Not thread-safe: reading and writing move a shared pointer.
 */
public final class FrameMatrix {
  private final INDArray rows;
  private final int windows;
  private final int frames;
  private final int features;
  private Pointer memory;

  private FrameMatrix(INDArray rows, int windows, int frames) {
    this.rows = rows;
    this.windows = windows;
    this.frames = frames;
    this.features = Math.toIntExact(rows.size(1));
  }

  /** Uninitialised memory in the workspace of the given kind of array. */
  public static FrameMatrix create(
      LayerWorkspaceMgr workspaces,
      ArrayType kind,
      DataType type,
      int windows,
      int frames,
      int features) {
    long[] shape = {(long) windows * frames, features};
    return new FrameMatrix(workspaces.createUninitialized(kind, type, shape, 'c'), windows, frames);
  }

  /**
   * Views a sequence as frames; copies it into the given workspace only where its type or its
   * strides differ.
   *
   * @param sequence [batch, features, time], any strides
   */
  public static FrameMatrix of(
      INDArray sequence, DataType type, LayerWorkspaceMgr workspaces, ArrayType kind) {
    int windows = Math.toIntExact(sequence.size(0));
    int features = Math.toIntExact(sequence.size(1));
    int frames = Math.toIntExact(sequence.size(2));
    if (sequence.dataType() == type && isFrameByFrame(sequence)) {
      INDArray rows = sequence.permute(0, 2, 1).reshape('c', (long) windows * frames, features);
      return new FrameMatrix(rows, windows, frames);
    }
    FrameMatrix copy = create(workspaces, kind, type, windows, frames, features);
    copy.sequence().assign(sequence);
    return copy;
  }

  /**
   * A detached sequence over a copy of the given frames, in the layout that needs no further copy.
   *
   * @param values windows x frames x features, contiguous
   * @return [windows, features, frames]
   */
  public static INDArray sequence(float[] values, int windows, int frames, int features) {
    return Nd4j.createFromArray(values).reshape('c', windows, frames, features).permute(0, 2, 1);
  }

  private static boolean isFrameByFrame(INDArray sequence) {
    long features = sequence.size(1);
    long frames = sequence.size(2);
    return sequence.stride(1) == 1
        && sequence.stride(2) == features
        && sequence.stride(0) == features * frames;
  }

  /** [batch x time, features], a view. */
  public INDArray rows() {
    return rows;
  }

  /** [batch, features, time], a view. */
  public INDArray sequence() {
    return rows.reshape('c', windows, frames, features).permute(0, 2, 1);
  }

  public int windows() {
    return windows;
  }

  public int frames() {
    return frames;
  }

  public int features() {
    return features;
  }

  /** Copies one window's frames to the start of an array of frames x features or more. */
  void read(int window, float[] to, int offset) {
    floats(window).get(to, offset, frames * features);
  }

  /** Copies one window's frames from an array. */
  void write(int window, float[] from, int offset) {
    floats(window).put(from, offset, frames * features);
  }

  /** As {@link #read(int, float[], int)}, in double precision. */
  void read(int window, double[] to, int offset) {
    doubles(window).get(to, offset, frames * features);
  }

  /** As {@link #write(int, float[], int)}, in double precision. */
  void write(int window, double[] from, int offset) {
    doubles(window).put(from, offset, frames * features);
  }

  /** One window's frames in double precision, whatever the type. */
  public double[] window(int window) {
    double[] values = new double[frames * features];
    if (rows.dataType() == DataType.DOUBLE) {
      read(window, values, 0);
    } else {
      float[] narrow = new float[values.length];
      read(window, narrow, 0);
      for (int i = 0; i < values.length; i++) {
        values[i] = narrow[i];
      }
    }
    return values;
  }

  /** Replaces one window's frames, rounding to the type. */
  public void setWindow(int window, double[] values) {
    if (rows.dataType() == DataType.DOUBLE) {
      write(window, values, 0);
    } else {
      float[] narrow = new float[values.length];
      for (int i = 0; i < values.length; i++) {
        narrow[i] = (float) values[i];
      }
      write(window, narrow, 0);
    }
  }

  private FloatPointer floats(int window) {
    if (memory == null) {
      memory = rows.data().addressPointer();
    }
    return ((FloatPointer) memory).position((long) window * frames * features);
  }

  private DoublePointer doubles(int window) {
    if (memory == null) {
      memory = rows.data().addressPointer();
    }
    return ((DoublePointer) memory).position((long) window * frames * features);
  }
}
