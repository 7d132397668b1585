package org.tonearm.model.network.convolution;

import java.nio.Buffer;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Unfolds a picture into a matrix [channels x kernel positions, length], so that its convolution is
 * a product of weights [maps, channels x kernel positions] with that matrix, and folds gradients
 * back.
 *
 * <p>A plane holds a channel line by line, and after each line as many zeros as the kernel reaches
 * beyond its centre, which serve the line before and the line after. A row of the matrix is a plane
 * shifted by one kernel position, copied whole. Rows include the gaps between lines: what stands
 * there in a product has no meaning. Not thread-safe.
 */
final class Unfolding {
  private final int height;
  private final int width;
  private final int kernel;
  private final int reach;
  private final int pitch;
  private final int margin;
  private final Lane plane;
  private final Lane sum;

  /**
   * @param height lines of the picture
   * @param width positions of a line
   * @param kernel side of the kernel, odd
   */
  Unfolding(DataType type, int height, int width, int kernel) {
    this.height = height;
    this.width = width;
    this.kernel = kernel;
    reach = kernel / 2;
    pitch = width + reach;
    margin = reach * pitch + reach;
    plane = Lane.of(type, length() + 2 * margin);
    sum = Lane.of(type, length() + 2 * margin);
  }

  /** Whether this is for pictures of that size. */
  boolean fits(long lines, long positions) {
    return lines == height && positions == width;
  }

  /** Values of a row of the matrix. */
  int length() {
    return height * pitch;
  }

  /** Positions of the kernel. */
  int taps() {
    return kernel * kernel;
  }

  /** Values of a channel of the picture. */
  int size() {
    return height * width;
  }

  /** Where a line begins in a row. */
  int line(int y) {
    return y * pitch;
  }

  /**
   * Fills the matrix.
   *
   * @param picture [channels, height, width] from the given place on
   * @param rows the matrix
   */
  void unfold(Buffer picture, int at, int channels, Buffer rows) {
    plane.fill(0);
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < height; y++) {
        plane.read(picture, at + c * size() + y * width, margin + line(y), width);
      }
      for (int tap = 0; tap < taps(); tap++) {
        plane.write(rows, (c * taps() + tap) * length(), start(tap), length());
      }
    }
  }

  /**
   * The gradient on the picture.
   *
   * @param rows gradient on the matrix, 0 in the gaps between lines
   * @param picture replaced from the given place on
   */
  void fold(Buffer rows, int channels, Buffer picture, int at) {
    for (int c = 0; c < channels; c++) {
      sum.fill(0);
      for (int tap = 0; tap < taps(); tap++) {
        plane.read(rows, (c * taps() + tap) * length(), start(tap), length());
        sum.add(plane, start(tap), length());
      }
      for (int y = 0; y < height; y++) {
        sum.write(picture, at + c * size() + y * width, margin + line(y), width);
      }
    }
  }

  /** Where a kernel position sees the first value of a plane. */
  private int start(int tap) {
    return margin + (tap / kernel - reach) * pitch + tap % kernel - reach;
  }
}
