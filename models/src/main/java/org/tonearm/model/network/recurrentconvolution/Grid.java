package org.tonearm.model.network.recurrentconvolution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How a batch of maps lies in the rows of a matrix: image by image, line by line, one row a
 * position and one column a channel. After each line stand as many rows of zeros as the kernel
 * reaches beyond its centre, after each image as many lines of them; the reach to the left and
 * above falls on the padding of what lies before. A step in the picture is so a fixed step in rows.
 *
 * @param images maps of the batch
 * @param height lines of a map
 * @param width positions of a line
 * @param kernel side of the kernel, odd
 */
record Grid(int images, int height, int width, int kernel) {

  /** How far the kernel reaches. */
  int reach() {
    return kernel / 2;
  }

  /** Rows from one line to the next. */
  int pitch() {
    return width + reach();
  }

  /** Rows of the matrix, padding included. */
  int rows() {
    return images * (height + reach()) * pitch();
  }

  /** Rows of zeros needed before the first row and after the last one. */
  int margin() {
    return reach() * pitch() + reach();
  }

  /** Positions of the kernel. */
  int taps() {
    return kernel * kernel;
  }

  /** Rows from a position to the one that the kernel's position of this number meets. */
  int step(int tap) {
    return (tap / kernel - reach()) * pitch() + tap % kernel - reach();
  }

  /** The maps without their padding, [images, height, width, channels], a view of the rows. */
  INDArray inside(INDArray rows) {
    return block(rows, 0, 0, height, width);
  }

  /** Sets the padding to 0. */
  void clearPadding(INDArray rows) {
    if (reach() > 0) {
      block(rows, height, 0, reach(), pitch()).assign(0);
      block(rows, 0, width, height, reach()).assign(0);
    }
  }

  private INDArray block(INDArray rows, int top, int left, int blockHeight, int blockWidth) {
    long channels = rows.size(1);
    long line = pitch() * channels;
    long[] shape = {images, blockHeight, blockWidth, channels};
    long[] strides = {(height + reach()) * line, line, channels, 1};
    return view(rows, shape, strides, top * line + left * channels);
  }

  /**
   * A view of a contiguous array, in row-major order. ({@link INDArray#get} answers a scalar for
   * the last part of some arrays that are views themselves.)
   *
   * @param skip values before the view's first one
   */
  static INDArray view(INDArray array, long[] shape, long[] strides, long skip) {
    return Nd4j.create(array.data(), shape, strides, array.offset() + skip, 'c');
  }
}
