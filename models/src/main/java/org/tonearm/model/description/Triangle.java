package org.tonearm.model.description;

/** The upper half of a symmetric matrix as a vector, row by row. Stateless. */
final class Triangle {
  private Triangle() {}

  /** Values on and above the diagonal of a matrix of so many rows. */
  static int size(int rows) {
    return rows * (rows + 1) / 2;
  }

  /** Writes what stands on and above the diagonal to {@code out}, from {@code from} on. */
  static void write(double[][] matrix, float[] out, int from) {
    int at = from;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = i; j < matrix.length; j++) {
        out[at++] = (float) matrix[i][j];
      }
    }
  }
}
