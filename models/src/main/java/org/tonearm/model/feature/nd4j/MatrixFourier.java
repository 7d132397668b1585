package org.tonearm.model.feature.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Discrete Fourier transforms of one length n, a power of two, as products with small matrices:
 * Cooley and Tukey's factors of at most {@value #MOST_RADIX}, the transform of a factor a matrix,
 * twiddle factors and an exchange of axes in between. Tables are computed in double precision. The
 * tables belong to the arena given; the transform is confined to that arena's thread.
 *
 * <p>For one factor r of n = r m, with t = m t1 + t2 and k = k1 + r k2:
 *
 * <pre>
 *   X[k1 + r k2] = sum over t2 of ( sum over t1 of x[m t1 + t2] w_r^(t1 k1) ) w_n^(t2 k1) w_m^(t2 k2)
 * </pre>
 */
public final class MatrixFourier {
  /** A matrix of 2 x 64 rows: few enough operations, and wide enough products. */
  static final int MOST_RADIX = 64;

  /** Twiddles are null in the last stage. */
  private record Stage(int radix, int rest, INDArray matrix, INDArray real, INDArray imaginary) {}

  private final int length;
  private final boolean realInput;
  private final int bins;
  private final List<Stage> stages = new ArrayList<>();

  private MatrixFourier(Arena tables, int length, int sign, boolean realInput) {
    if (length < 4 || Integer.bitCount(length) != 1) {
      throw new IllegalArgumentException("length must be a power of two, at least 4: " + length);
    }
    this.length = length;
    this.realInput = realInput;
    int bits = Integer.numberOfTrailingZeros(length);
    int most = Integer.numberOfTrailingZeros(MOST_RADIX);
    int factors = (bits + most - 1) / most;
    int rest = length;
    int computed = length;
    for (int f = 0; f < factors; f++) {
      int left = factors - f;
      int radix = 1 << ((Integer.numberOfTrailingZeros(rest) + left - 1) / left);
      boolean last = left == 1;
      int rows = last && realInput ? radix / 2 + 1 : radix;
      computed = last ? length / radix * rows : computed;
      INDArray matrix = matrix(tables, radix, rows, sign, f == 0 && realInput);
      stages.add(
          last
              ? new Stage(radix, 1, matrix, null, null)
              : new Stage(
                  radix,
                  rest / radix,
                  matrix,
                  twiddles(tables, radix, rest, sign, true),
                  twiddles(tables, radix, rest, sign, false)));
      rest /= radix;
    }
    bins = computed;
  }

  /**
   * X[k] = sum over t of x[t] exp(-2 pi i k t / n), of real signals.
   *
   * @param tables holds the tables
   */
  public static MatrixFourier forwardReal(Arena tables, int length) {
    return new MatrixFourier(tables, length, -1, true);
  }

  /**
   * x[t] = sum over k of X[k] exp(+2 pi i k t / n), without the factor 1/n.
   *
   * @param tables holds the tables
   */
  public static MatrixFourier inverseComplex(Arena tables, int length) {
    return new MatrixFourier(tables, length, 1, false);
  }

  /** Values a signal gives: n, or of a real signal from the first bin to n/2 at least. */
  public int bins() {
    return bins;
  }

  /**
   * Transforms the columns.
   *
   * @param scratch holds the result; what else it held for this is freed
   * @param signal n rows if it is real, else 2 n, real parts first; any number of columns; not
   *     changed
   * @return 2 {@link #bins()} rows, real parts first
   */
  public INDArray apply(Arena scratch, INDArray signal) {
    long columns = signal.size(1);
    long inner = columns;
    INDArray data = signal;
    for (Stage stage : stages) {
      long parts = realInput && data == signal ? 1 : 2;
      INDArray in = data.reshape('c', parts * stage.radix(), stage.rest() * inner);
      INDArray out = scratch.product(stage.matrix(), in);
      if (data != signal) {
        scratch.free(data);
      }
      data = out;
      if (stage.real() != null) {
        twiddle(scratch, stage, out, inner);
        data =
            scratch.copy(
                out.reshape('c', 2, stage.radix(), stage.rest(), inner).permute(0, 2, 1, 3));
        scratch.free(out);
        inner *= stage.radix();
      }
    }
    return data.reshape('c', 2L * bins, columns);
  }

  private static void twiddle(Arena scratch, Stage stage, INDArray out, long inner) {
    long rows = (long) stage.radix() * stage.rest();
    INDArray both = out.reshape('c', 2 * rows, inner);
    INDArray real = both.get(NDArrayIndex.interval(0, rows), NDArrayIndex.all());
    INDArray imaginary = both.get(NDArrayIndex.interval(rows, 2 * rows), NDArrayIndex.all());
    INDArray a = scratch.copy(real);
    INDArray b = scratch.copy(imaginary);
    a.muliColumnVector(stage.imaginary());
    b.muliColumnVector(stage.imaginary());
    real.muliColumnVector(stage.real()).subi(b);
    imaginary.muliColumnVector(stage.real()).addi(a);
    scratch.free(a);
    scratch.free(b);
  }

  /** The transform of one factor: real and imaginary rows, of real and imaginary columns. */
  private static INDArray matrix(Arena tables, int radix, int rows, int sign, boolean realInput) {
    int columns = realInput ? radix : 2 * radix;
    float[] values = new float[2 * rows * columns];
    for (int k = 0; k < rows; k++) {
      for (int t = 0; t < radix; t++) {
        double angle = sign * 2 * Math.PI * ((long) k * t % radix) / radix;
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        values[k * columns + t] = cos;
        values[(rows + k) * columns + t] = sin;
        if (!realInput) {
          values[k * columns + radix + t] = -sin;
          values[(rows + k) * columns + radix + t] = cos;
        }
      }
    }
    return tables.of(values, 2L * rows, columns);
  }

  private static INDArray twiddles(Arena tables, int radix, int length, int sign, boolean real) {
    int rest = length / radix;
    float[] values = new float[length];
    for (int k = 0; k < radix; k++) {
      for (int t = 0; t < rest; t++) {
        double angle = sign * 2 * Math.PI * ((long) k * t % length) / length;
        values[k * rest + t] = (float) (real ? Math.cos(angle) : Math.sin(angle));
      }
    }
    return tables.of(values, length, 1);
  }

  /** The length n. */
  public int length() {
    return length;
  }
}
