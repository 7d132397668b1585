package org.tonearm.model.network.recurrentconvolution;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Local response normalisation across channels, as Liang and Hu use it: g(f)_k = f_k / s_k^beta
 * with s_k = 1 + alpha / N times the sum of f_j^2 over the channels j at most N / 2 from k; alpha =
 * 0.001, beta = 0.75, N = K / 8 + 1 for K channels, divisions rounded down.
 *
 * <p>The sums over neighbours are one product with a banded matrix. All arrays are [rows,
 * channels]; results lie in the workspace that is open.
 */
final class ResponseNormalisation {
  private static final double ALPHA = 0.001;
  private static final double BETA = 0.75;

  private final INDArray band;

  ResponseNormalisation(int channels, DataType type) {
    int neighbours = channels / 8 + 1;
    double[][] weights = new double[channels][channels];
    for (int k = 0; k < channels; k++) {
      for (int j = 0; j < channels; j++) {
        weights[k][j] = Math.abs(k - j) <= neighbours / 2 ? ALPHA / neighbours : 0;
      }
    }
    band = Nd4j.createFromArray(weights).castTo(type);
  }

  /** g of the responses into another array. */
  void normalise(INDArray responses, INDArray into) {
    INDArray root = Transforms.sqrt(scale(responses), false);
    INDArray power = Transforms.sqrt(root, true).muli(root);
    responses.divi(power, into);
  }

  /** dL/df, a new array, where gradient is dL/dg. */
  INDArray back(INDArray responses, INDArray gradient) {
    INDArray scale = scale(responses);
    INDArray root = Transforms.sqrt(scale, true);
    INDArray power = Transforms.sqrt(root, true).muli(root);
    INDArray direct = gradient.div(power);
    INDArray shared = direct.mul(responses).divi(scale);
    INDArray spread = root; // its value is used up
    Nd4j.gemm(shared, band, spread, false, false, 1, 0);
    return direct.subi(spread.muli(responses).muli(2 * BETA));
  }

  private INDArray scale(INDArray responses) {
    INDArray scale = Nd4j.createUninitialized(responses.dataType(), responses.shape(), 'c');
    Nd4j.gemm(responses.mul(responses), band, scale, false, false, 1, 0);
    return scale.addi(1);
  }
}
