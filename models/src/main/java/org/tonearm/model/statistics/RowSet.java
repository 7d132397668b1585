package org.tonearm.model.statistics;

/**
 * Many rows of equal length that one row is held against: kept column by column, so that the
 * innermost loops run over rows and compile to vector instructions. Immutable, thread-safe.
 */
public final class RowSet {
  private final int count;
  private final int length;
  private final float[][] columns;

  private RowSet(int count, int length, float[][] columns) {
    this.count = count;
    this.length = length;
    this.columns = columns;
  }

  /**
   * Takes rows.
   *
   * @param rows of equal length; may be none; copied
   * @throws IllegalArgumentException if they differ in length
   */
  public static RowSet of(float[][] rows) {
    int length = rows.length == 0 ? 0 : rows[0].length;
    float[][] columns = new float[length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != length) {
        throw new IllegalArgumentException(
            "rows of " + length + " and " + rows[i].length + " values");
      }
      for (int j = 0; j < length; j++) {
        columns[j][i] = rows[i][j];
      }
    }
    return new RowSet(rows.length, length, columns);
  }

  /** How many rows. */
  public int count() {
    return count;
  }

  /** The rows; a copy. */
  public float[][] toArray() {
    float[][] rows = new float[count][length];
    for (int j = 0; j < length; j++) {
      for (int i = 0; i < count; i++) {
        rows[i][j] = columns[j][i];
      }
    }
    return rows;
  }

  /**
   * The products with each row.
   *
   * @param row as long as the rows
   * @return the sum of products for each row; a new array
   */
  public float[] products(float[] row) {
    require(row);
    float[] out = new float[count];
    for (int j = 0; j + 1 < length; j += 2) {
      addProducts(row[j], columns[j], row[j + 1], columns[j + 1], out);
    }
    if (length % 2 == 1) {
      addProducts(row[length - 1], columns[length - 1], 0, columns[length - 1], out);
    }
    return out;
  }

  /**
   * The squared Euclidean distances from each row.
   *
   * @param row as long as the rows
   * @return one value, 0 or more, for each row; a new array
   */
  public float[] squaredDistances(float[] row) {
    require(row);
    float[] out = new float[count];
    for (int j = 0; j + 1 < length; j += 2) {
      addSquares(row[j], columns[j], row[j + 1], columns[j + 1], out);
    }
    if (length % 2 == 1) {
      addSquare(row[length - 1], columns[length - 1], out);
    }
    return out;
  }

  private void require(float[] row) {
    if (row.length != length && count > 0) {
      throw new IllegalArgumentException(
          "expected a row of " + length + " values, not " + row.length);
    }
  }

  // Two columns at once: half the loads and stores of the sums.

  private static void addProducts(float x, float[] a, float y, float[] b, float[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += x * a[i] + y * b[i];
    }
  }

  private static void addSquares(float x, float[] a, float y, float[] b, float[] to) {
    for (int i = 0; i < to.length; i++) {
      float u = x - a[i];
      float v = y - b[i];
      to[i] += u * u + v * v;
    }
  }

  private static void addSquare(float x, float[] a, float[] to) {
    for (int i = 0; i < to.length; i++) {
      float u = x - a[i];
      to[i] += u * u;
    }
  }
}
