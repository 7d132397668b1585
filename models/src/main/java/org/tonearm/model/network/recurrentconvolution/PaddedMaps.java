package org.tonearm.model.network.recurrentconvolution;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The rows of a {@link Grid} with margins of zeros around them, so that they can be seen shifted by
 * each of the kernel's positions. Whoever writes rows sees to it that the padding stays 0.
 */
final class PaddedMaps {
  private final Grid grid;
  private final INDArray memory;

  /** All zeros, in the workspace of the given kind of array. */
  PaddedMaps(
      LayerWorkspaceMgr workspaces, ArrayType kind, DataType type, Grid grid, long channels) {
    this.grid = grid;
    memory = workspaces.create(kind, type, 2L * grid.margin() + grid.rows(), channels);
  }

  /** Copies maps in, [images, channels, height, width]. */
  PaddedMaps with(INDArray maps) {
    grid.inside(rows()).assign(maps.permute(0, 2, 3, 1));
    return this;
  }

  /** [rows, channels], a view. */
  INDArray rows() {
    return shifted(0);
  }

  /**
   * Adds the convolution of these maps: row r of the sum gains the sum over the kernel's positions
   * of row r + step times the position's weights. Padding rows of the sum become undefined.
   *
   * @param weights [positions x channels, channels of the sum]
   * @param sum [rows, channels of the sum]
   * @param fresh whether to replace the sum, not add to it
   */
  void convolve(INDArray weights, INDArray sum, boolean fresh) {
    for (int tap = 0; tap < grid.taps(); tap++) {
      double keep = fresh && tap == 0 ? 0 : 1;
      Nd4j.gemm(shifted(grid.step(tap)), part(weights, tap), sum, false, false, 1, keep);
    }
  }

  /**
   * The gradient on the maps that were convolved, where these are the gradient on the sum; padding
   * rows become undefined.
   *
   * @param below [rows, channels of the maps], replaced
   */
  void convolveBack(INDArray weights, INDArray below) {
    for (int tap = 0; tap < grid.taps(); tap++) {
      double keep = tap == 0 ? 0 : 1;
      Nd4j.gemm(shifted(-grid.step(tap)), part(weights, tap), below, false, true, 1, keep);
    }
  }

  /**
   * Adds the gradient on the weights that these maps were convolved with.
   *
   * @param delta gradient on the sum, [rows, channels of the sum], its padding 0
   * @param gradient [positions x channels, channels of the sum]
   * @param fresh whether to replace the gradient, not add to it
   */
  void weightGradient(INDArray delta, INDArray gradient, boolean fresh) {
    for (int tap = 0; tap < grid.taps(); tap++) {
      INDArray part = part(gradient, tap);
      Nd4j.gemm(shifted(grid.step(tap)), delta, part, true, false, 1, fresh ? 0 : 1);
    }
  }

  private INDArray shifted(int step) {
    long channels = memory.size(1);
    return Grid.view(
        memory,
        new long[] {grid.rows(), channels},
        new long[] {channels, 1},
        (grid.margin() + step) * channels);
  }

  private INDArray part(INDArray weights, int tap) {
    long from = weights.size(0) / grid.taps();
    long to = weights.size(1);
    return Grid.view(weights, new long[] {from, to}, new long[] {to, 1}, tap * from * to);
  }
}
