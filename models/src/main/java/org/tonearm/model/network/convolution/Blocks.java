package org.tonearm.model.network.convolution;

import java.util.Arrays;

/**
 * How a map is cut into blocks that lie edge to edge, smaller ones at the borders.
 *
 * @param height lines of the map
 * @param width positions of a line
 * @param lines of a block
 * @param positions of a line of a block
 */
record Blocks(int height, int width, int lines, int positions) {

  /** Blocks one below the other. */
  int rows() {
    return (height + lines - 1) / lines;
  }

  /** Blocks side by side. */
  int columns() {
    return (width + positions - 1) / positions;
  }

  /** All blocks. */
  int count() {
    return rows() * columns();
  }

  /** Values of the map. */
  int size() {
    return height * width;
  }

  /**
   * The blocks' maxima.
   *
   * @param maxima one a block, row by row
   * @param winners gets from the given place on where in the map each maximum stands first
   */
  void maxima(Lane map, Lane maxima, int[] winners, int at) {
    maxima.fill(Double.NEGATIVE_INFINITY);
    Arrays.fill(winners, at, at + count(), 0);
    if (lines == 2 && positions == 2 && height % 2 == 0 && width % 2 == 0) {
      for (int row = 0; row < rows(); row++) {
        int first = row * columns();
        maxima.squares(map, 2 * row * width, width, first, columns(), winners, at + first);
      }
      return;
    }
    int above = (rows() * lines - height) / 2;
    for (int y = 0; y < height; y++) {
      int row = (y + above) / lines;
      for (int position = 0; position < positions; position++) {
        raise(map, maxima, y, row * columns(), position, winners, at);
      }
    }
  }

  /** Compares one position of all blocks of a line at a time. */
  private void raise(Lane map, Lane maxima, int y, int first, int position, int[] winners, int at) {
    int before = (columns() * positions - width) / 2;
    int x = position - before;
    int left = x < 0 ? 1 : 0;
    int right = Math.floorDiv(width - 1 - x, positions) + 1;
    maxima.raise(
        map,
        y * width + x + left * positions,
        positions,
        first + left,
        right - left,
        winners,
        at + first + left);
  }
}
