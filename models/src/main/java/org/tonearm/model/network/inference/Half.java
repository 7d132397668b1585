package org.tonearm.model.network.inference;

/** Conversion between single precision and IEEE 754 binary16 bit patterns. */
final class Half {
  private static final int EXPONENT_OFFSET = 127 - 15;
  private static final int MANTISSA_SHIFT = 23 - 10;
  private static final int INFINITY = 0x7c00;

  private Half() {}

  /** Rounds to nearest, ties to even; what is too large becomes an infinity. */
  static short fromFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = (bits >>> 16) & 0x8000;
    int magnitude = bits & 0x7fffffff;
    if (magnitude >= 0x7f800000) {
      int payload = magnitude > 0x7f800000 ? 0x200 | ((magnitude >>> MANTISSA_SHIFT) & 0x3ff) : 0;
      return (short) (sign | INFINITY | payload);
    }
    int exponent = (magnitude >>> 23) - EXPONENT_OFFSET;
    if (exponent >= 31) {
      return (short) (sign | INFINITY);
    }
    if (exponent <= 0) {
      // Subnormal: a multiple of 2^-24. The shift drops the bits below that.
      if (exponent < -10) {
        return (short) sign;
      }
      int mantissa = (magnitude & 0x7fffff) | 0x800000;
      return (short) (sign | roundedShift(mantissa, MANTISSA_SHIFT + 1 - exponent));
    }
    // A carry out of the mantissa moves on into the exponent, up to infinity, as it should.
    return (short) (sign | roundedShift(magnitude - (EXPONENT_OFFSET << 23), MANTISSA_SHIFT));
  }

  /** Exact. */
  static float toFloat(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = (half >>> 10) & 0x1f;
    int mantissa = half & 0x3ff;
    if (exponent == 31) {
      return Float.intBitsToFloat(sign | 0x7f800000 | (mantissa << MANTISSA_SHIFT));
    }
    if (exponent == 0) {
      float magnitude = mantissa * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int bits = ((exponent + EXPONENT_OFFSET) << 23) | (mantissa << MANTISSA_SHIFT);
    return Float.intBitsToFloat(sign | bits);
  }

  private static int roundedShift(int value, int shift) {
    int kept = value >>> shift;
    int rest = value & ((1 << shift) - 1);
    int tie = 1 << (shift - 1);
    return rest > tie || (rest == tie && (kept & 1) == 1) ? kept + 1 : kept;
  }
}
