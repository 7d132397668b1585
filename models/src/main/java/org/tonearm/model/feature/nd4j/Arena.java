package org.tonearm.model.feature.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.model.feature.device.DeviceMemoryException;

/**
 * The arrays of one computation, freed together when it ends and not when the garbage collector
 * finds time. All are in single precision and row-major order. Confined to one thread.
 */
public final class Arena implements AutoCloseable {
  private final List<INDArray> owned = new ArrayList<>();

  /** An array with no values yet. */
  public INDArray empty(long... shape) {
    INDArray array = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
    owned.add(array);
    return array;
  }

  /** An array of values, row by row. */
  public INDArray of(float[] values, long... shape) {
    INDArray array = Nd4j.createFromArray(values);
    owned.add(array);
    return array.reshape('c', shape);
  }

  /** A vector of row numbers. */
  public INDArray of(int[] values) {
    INDArray array = Nd4j.createFromArray(values);
    owned.add(array);
    return array;
  }

  /** A row-major copy, of a view or with axes exchanged. */
  public INDArray copy(INDArray view) {
    INDArray array = view.dup('c');
    owned.add(array);
    return array;
  }

  /** The product of two matrices. */
  public INDArray product(INDArray a, INDArray b) {
    return Nd4j.matmul(a, b, empty(a.size(0), b.size(1)));
  }

  /** Rows of a matrix, by number. */
  public INDArray rows(INDArray matrix, INDArray numbers) {
    INDArray taken = empty(numbers.length(), matrix.size(1));
    Nd4j.exec(
        DynamicCustomOp.builder("gather")
            .addInputs(matrix, numbers)
            .addOutputs(taken)
            .addIntegerArguments(0)
            .build());
    return taken;
  }

  /**
   * Frees one array before the others.
   *
   * @param array one that this gave, in whatever shape
   */
  public void free(INDArray array) {
    for (int i = owned.size() - 1; i >= 0; i--) {
      if (owned.get(i).data() == array.data()) {
        close(owned.remove(i));
        return;
      }
    }
  }

  @Override
  public void close() {
    owned.forEach(Arena::close);
    owned.clear();
  }

  private static void close(INDArray array) {
    if (array.closeable()) {
      array.close();
    }
  }

  /**
   * Tells a device's lack of memory from other failures, which it gives back as they are.
   *
   * @throws OutOfMemoryError if it is the Java heap that is full
   */
  public static RuntimeException explained(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (failure instanceof OutOfMemoryError error) {
      if (message.contains("heap") || message.contains("gc overhead")) {
        throw error;
      }
      return new DeviceMemoryException(error.getMessage(), error);
    }
    if (message.contains("out of memory") || message.contains("alloc")) {
      return new DeviceMemoryException(failure.getMessage(), failure);
    }
    return failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
  }
}
