package org.tonearm.model.feature.nd4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Signals as columns of a matrix: onto the device, from it, and the modulus. Stateless. */
public final class Columns {
  private Columns() {}

  /**
   * Windows as columns.
   *
   * @param scratch holds the result
   * @param windows at most {@code width}, of equal length
   * @param width columns; those without a window are zero
   * @return samples x width
   */
  public static INDArray of(Arena scratch, List<float[]> windows, int width) {
    int samples = windows.get(0).length;
    float[] rows = new float[Math.multiplyExact(width, samples)];
    for (int n = 0; n < windows.size(); n++) {
      System.arraycopy(windows.get(n), 0, rows, n * samples, samples);
    }
    INDArray uploaded = scratch.of(rows, width, samples);
    INDArray columns = scratch.copy(uploaded.permute(1, 0));
    scratch.free(uploaded);
    return columns;
  }

  /**
   * Moduli of complex values, squared.
   *
   * @param complex real parts in the upper half of the rows, imaginary parts in the lower; changed
   * @return half as many rows; a part of {@code complex}
   */
  public static INDArray squares(INDArray complex) {
    long half = complex.size(0) / 2;
    complex.muli(complex);
    INDArray real = complex.get(NDArrayIndex.interval(0, half), NDArrayIndex.all());
    return real.addi(complex.get(NDArrayIndex.interval(half, 2 * half), NDArrayIndex.all()));
  }

  /** Moduli of complex values; as {@link #squares}, and their roots. */
  public static INDArray moduli(INDArray complex) {
    return Transforms.sqrt(squares(complex), false);
  }

  /** The values of a row-major matrix, row by row, on the heap. */
  public static float[] values(INDArray matrix) {
    return matrix.data().asFloat();
  }
}
