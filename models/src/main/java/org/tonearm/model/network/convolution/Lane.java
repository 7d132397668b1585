package org.tonearm.model.network.convolution;

import java.nio.Buffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/**
 * A row of numbers of one precision on the heap, zeros at first, and its ways to and from the
 * memory of arrays. Not thread-safe.
 */
interface Lane {

  /** Zeros. */
  static Lane of(DataType type, int length) {
    return type == DataType.DOUBLE ? new DoubleLane(length) : new FloatLane(length);
  }

  /** The array itself if it is of the type, whole and in row-major order, or such a copy. */
  static INDArray dense(INDArray array, DataType type) {
    INDArray typed = array.castTo(type);
    boolean whole = typed.ordering() == 'c' && Shape.hasDefaultStridesForShape(typed);
    return whole ? typed : typed.dup('c');
  }

  /** A dense array's memory, valid as long as the array is. */
  static Buffer memory(INDArray array) {
    return array.dataType() == DataType.DOUBLE
        ? new DoublePointer(array.data().addressPointer()).capacity(array.length()).asBuffer()
        : new FloatPointer(array.data().addressPointer()).capacity(array.length()).asBuffer();
  }

  double get(int index);

  void set(int index, double value);

  /** Copies n numbers in. */
  void read(Buffer from, int first, int to, int n);

  /** Copies n numbers out. */
  void write(Buffer to, int first, int from, int n);

  /** Adds the numbers that stand at the same places of a lane of the same precision. */
  void add(Lane values, int first, int n);

  /** Sets all to 0. */
  void clear();
}
