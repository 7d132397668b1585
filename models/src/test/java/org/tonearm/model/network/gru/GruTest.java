package org.tonearm.model.network.gru;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tonearm.model.network.gated.GatedLayerContract;
import org.tonearm.model.network.gated.GatedRecurrent;

class GruTest extends GatedLayerContract {
  private static final int UNITS = 5;

  @Override
  protected List<GatedRecurrent> variants() {
    return List.of(new Gru.Builder().nOut(UNITS).build());
  }

  @Override
  protected double[][][] naive(ComputationGraph network, double[][][] input) {
    INDArray w = network.getParam(LAYER + "_W");
    INDArray u = network.getParam(LAYER + "_RW");
    INDArray b = network.getParam(LAYER + "_b");
    INDArray q = network.getParam(LAYER + "_q");
    double[][][] output = new double[input.length][UNITS][FRAMES];
    for (int window = 0; window < input.length; window++) {
      double[] h = new double[UNITS];
      for (int t = 0; t < FRAMES; t++) {
        double[] x = frame(input[window], t);
        double[] next = new double[UNITS];
        for (int j = 0; j < UNITS; j++) {
          int k = UNITS + j;
          int n = 2 * UNITS + j;
          double reset = sigmoid(product(w, x, j) + product(u, h, j) + b.getDouble(j));
          double update = sigmoid(product(w, x, k) + product(u, h, k) + b.getDouble(k));
          double recurrent = product(u, h, n) + q.getDouble(j);
          double candidate = Math.tanh(product(w, x, n) + b.getDouble(n) + reset * recurrent);
          next[j] = (1 - update) * candidate + update * h[j];
          output[window][j][t] = next[j];
        }
        h = next;
      }
    }
    return output;
  }
}
