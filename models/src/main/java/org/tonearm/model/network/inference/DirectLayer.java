package org.tonearm.model.network.inference;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** One layer at work. Thread-safe; holds its matrices in native memory until closed. */
abstract class DirectLayer implements AutoCloseable {

  /** The one for a layer's kind. */
  static DirectLayer of(NetworkWeights.Layer layer) {
    if (layer instanceof NetworkWeights.Lstm lstm) {
      return new DirectLstm(lstm);
    }
    if (layer instanceof GruWeights gru) {
      return new DirectGru(gru);
    }
    if (layer instanceof ConvolutionWeights convolution) {
      return new DirectConvolution(convolution);
    }
    return new DirectIndRnn((NetworkWeights.Recurrent) layer);
  }

  /**
   * Replaces each window's values, rows x inputs, by rows x units; where the layer gives fewer
   * rows, the group is told.
   */
  abstract void run(WindowGroup group);

  @Override
  public abstract void close();

  /** c = a b, row by row: rows x inner times inner x columns. */
  static void product(
      int rows, int columns, int inner, FloatPointer a, FloatPointer b, FloatPointer c) {
    openblas_nolapack.cblas_sgemm(
        openblas_nolapack.CblasRowMajor,
        openblas_nolapack.CblasNoTrans,
        openblas_nolapack.CblasNoTrans,
        rows,
        columns,
        inner,
        1f,
        a,
        inner,
        b,
        columns,
        0f,
        c,
        columns);
  }
}
