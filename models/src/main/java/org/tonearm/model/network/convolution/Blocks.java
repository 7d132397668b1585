package org.tonearm.model.network.convolution;

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
    int above = (rows() * lines - height) / 2;
    int before = (columns() * positions - width) / 2;
    int b = 0;
    for (int row = 0; row < rows(); row++) {
      int top = Math.max(0, row * lines - above);
      int bottom = Math.min(height, (row + 1) * lines - above);
      for (int column = 0; column < columns(); column++) {
        int left = Math.max(0, column * positions - before);
        int right = Math.min(width, (column + 1) * positions - before);
        int winner = winner(map, top, bottom, left, right);
        winners[at + b] = winner;
        maxima.set(b++, map.get(winner));
      }
    }
  }

  private int winner(Lane map, int top, int bottom, int left, int right) {
    int winner = top * width + left;
    double most = map.get(winner);
    for (int y = top; y < bottom; y++) {
      for (int i = y * width + left; i < y * width + right; i++) {
        double value = map.get(i);
        if (value > most) {
          most = value;
          winner = i;
        }
      }
    }
    return winner;
  }
}
