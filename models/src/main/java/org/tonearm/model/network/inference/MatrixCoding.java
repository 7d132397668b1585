package org.tonearm.model.network.inference;

import java.nio.ByteBuffer;

/** How the values of a matrix are written. */
enum MatrixCoding {
  /** IEEE 754 binary16, row by row. */
  HALF {
    @Override
    long bytes(long rows, long columns) {
      return 2 * rows * columns;
    }

    @Override
    void put(ByteBuffer to, float[] values, int columns) {
      for (float value : values) {
        short half = Half.fromFloat(value);
        if (!Float.isFinite(Half.toFloat(half))) {
          throw new IllegalArgumentException("expected weights within binary16, got " + value);
        }
        to.putShort(half);
      }
    }

    @Override
    float[] get(ByteBuffer from, int rows, int columns) {
      float[] values = new float[rows * columns];
      for (int i = 0; i < values.length; i++) {
        values[i] = Half.toFloat(from.getShort());
      }
      return values;
    }
  },

  /**
   * A scale for each column as binary32, then 8 bits with sign a value, row by row: value = scale x
   * byte, -127 to 127. Scales have 17 significant bits, so that the products are exact and a second
   * writing gives the same bytes.
   */
  BYTE {
    @Override
    long bytes(long rows, long columns) {
      return Float.BYTES * columns + rows * columns;
    }

    @Override
    void put(ByteBuffer to, float[] values, int columns) {
      float[] largest = new float[columns];
      for (int i = 0; i < values.length; i++) {
        if (!Float.isFinite(values[i])) {
          throw new IllegalArgumentException("expected finite weights, got " + values[i]);
        }
        largest[i % columns] = Math.max(largest[i % columns], Math.abs(values[i]));
      }
      for (int j = 0; j < columns; j++) {
        largest[j] = roundedUp(largest[j] / LARGEST);
        to.putFloat(largest[j]);
      }
      for (int i = 0; i < values.length; i++) {
        float scale = largest[i % columns];
        to.put((byte) (scale == 0 ? 0 : Math.rint(values[i] / scale)));
      }
    }

    @Override
    float[] get(ByteBuffer from, int rows, int columns) {
      float[] scales = new float[columns];
      for (int j = 0; j < columns; j++) {
        scales[j] = from.getFloat();
      }
      float[] values = new float[rows * columns];
      for (int i = 0; i < values.length; i++) {
        values[i] = from.get() * scales[i % columns];
      }
      return values;
    }
  };

  private static final int LARGEST = 127;
  private static final int DROPPED_BITS = 7;

  /** Bytes of a matrix. */
  abstract long bytes(long rows, long columns);

  /**
   * Writes a matrix.
   *
   * @throws IllegalArgumentException if a value is not finite or too large
   */
  abstract void put(ByteBuffer to, float[] values, int columns);

  /** Reads a matrix. */
  abstract float[] get(ByteBuffer from, int rows, int columns);

  /** The next float, of those with 17 significant bits, that is not below a positive one. */
  private static float roundedUp(float value) {
    int low = (1 << DROPPED_BITS) - 1;
    return Float.intBitsToFloat((Float.floatToRawIntBits(value) + low) & ~low);
  }
}
