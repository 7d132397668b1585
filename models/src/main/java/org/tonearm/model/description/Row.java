package org.tonearm.model.description;

/** A row of values that is written from left to right. Confined to one thread. */
final class Row {
  private final float[] values;
  private int next;

  Row(int size) {
    values = new float[size];
  }

  /** Appends values. */
  Row add(double... more) {
    for (double value : more) {
      values[next++] = (float) value;
    }
    return this;
  }

  /** Appends values times a factor. */
  Row addScaled(double factor, double[] more) {
    for (double value : more) {
      values[next++] = (float) (factor * value);
    }
    return this;
  }

  /** Appends mean and deviation. */
  Row addSpread(double[] series) {
    return add(Series.mean(series), Series.deviation(series));
  }

  /** The whole row; the caller owns it. */
  float[] whole() {
    if (next != values.length) {
      throw new IllegalStateException(next + " of " + values.length + " values were written");
    }
    return values;
  }
}
