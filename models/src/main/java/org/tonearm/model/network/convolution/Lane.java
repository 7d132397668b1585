package org.tonearm.model.network.convolution;

import java.nio.Buffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/**
 * A row of numbers of one precision on the heap, zeros at first, and its ways to and from the
 * memory of arrays. Loops over its numbers stand in the lanes themselves, once a precision, since
 * the JIT compiler makes vector instructions of loops over arrays only. Lanes that work together
 * are of one precision. Not thread-safe.
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

  /** Copies n numbers in. */
  void read(Buffer from, int first, int to, int n);

  /** Copies n numbers out. */
  void write(Buffer to, int first, int from, int n);

  /** Sets all to one value. */
  void fill(double value);

  /** Adds the numbers that stand at the same places of another lane. */
  void add(Lane values, int first, int n);

  /** Puts max(value + bias, least) of n numbers of another lane here. */
  void rectify(Lane values, int from, int to, int n, double bias, double least);

  /**
   * Copies n numbers of another lane.
   *
   * @return their sum
   */
  double copy(Lane values, int from, int to, int n);

  /**
   * Puts n gradients here, and 0 where the output at the gradient's place is 0.
   *
   * @param outputs of ReLU: not below 0, and far from the least number of the precision where above
   * @return the sum of what was put here
   */
  double gate(Lane gradients, Lane outputs, int from, int to, int n);

  /** The sum over all. */
  double sum();

  /** The sum of own value times (the other's - centre) over all. */
  double product(Lane values, double centre);

  /** Makes each value (value - centre) times factor, plus shift. */
  void scale(double centre, double factor, double shift);

  /** Takes (the other's value - centre) times slope from each value. */
  void take(Lane values, double centre, double slope);

  /**
   * Puts those of n numbers of another lane here that are greater than what stands here, and notes
   * where they stood.
   *
   * @param step between the other lane's numbers
   * @param places of those numbers in the other lane
   * @param at where in places the first of the n is noted
   */
  void raise(Lane values, int from, int step, int to, int n, int[] places, int at);

  /**
   * Puts the maxima of n squares of 2 x 2 numbers of another lane here, and notes where they stood;
   * of equal ones the first.
   *
   * @param from where the first square's first number stands
   * @param width from one line to the next
   * @param places of the maxima in the other lane
   * @param at where in places the first of the n is noted
   */
  void squares(Lane values, int from, int width, int to, int n, int[] places, int at);

  /** Puts the first n numbers of another lane at places here. */
  void scatter(Lane values, int n, int[] places, int at);
}
