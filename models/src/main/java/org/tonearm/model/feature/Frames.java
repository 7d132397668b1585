package org.tonearm.model.feature;

import java.util.Arrays;
import java.util.List;

/**
 * Features of one clip: {@code count} frames of {@code dimensions} values, row by row.
 *
 * @param count number of frames
 * @param dimensions values a frame
 * @param values count x dimensions; shared, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // a plain matrix on a hot path; ownership is stated
public record Frames(int count, int dimensions, float[] values) {

  /** Joins frames of equal length. */
  public static Frames of(List<float[]> frames, int dimensions) {
    float[] values = new float[Math.multiplyExact(frames.size(), dimensions)];
    for (int i = 0; i < frames.size(); i++) {
      System.arraycopy(frames.get(i), 0, values, i * dimensions, dimensions);
    }
    return new Frames(frames.size(), dimensions, values);
  }

  /** Joins the rows of a window. */
  public static Frames of(float[][] window) {
    return of(List.of(window), window[0].length);
  }

  /** A copy of {@code length} frames from {@code start} on. */
  public Frames window(int start, int length) {
    return new Frames(
        length,
        dimensions,
        Arrays.copyOfRange(values, start * dimensions, (start + length) * dimensions));
  }

  /**
   * The frames over and over again until there are enough.
   *
   * @param length frames wanted
   * @return this where there are as many already
   * @throws IllegalArgumentException if there is none
   */
  public Frames repeated(int length) {
    if (count < 1) {
      throw new IllegalArgumentException("expected at least one frame");
    }
    if (count >= length) {
      return this;
    }
    float[] all = new float[Math.multiplyExact(length, dimensions)];
    for (int to = 0; to < all.length; to += values.length) {
      System.arraycopy(values, 0, all, to, Math.min(values.length, all.length - to));
    }
    return new Frames(length, dimensions, all);
  }

  /**
   * The first values of every frame: a copy, or this where that is all of them.
   *
   * @param width values a frame to keep, at most {@code dimensions}
   */
  public Frames leading(int width) {
    if (width > dimensions) {
      throw new IllegalArgumentException(
          "expected frames of at least " + width + " values, not " + dimensions);
    }
    if (width == dimensions) {
      return this;
    }
    float[] kept = new float[Math.multiplyExact(count, width)];
    for (int i = 0; i < count; i++) {
      System.arraycopy(values, i * dimensions, kept, i * width, width);
    }
    return new Frames(count, width, kept);
  }
}
