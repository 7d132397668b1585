package org.tonearm.model.network.lstm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.tonearm.model.network.gated.GatedLayerContract;
import org.tonearm.model.network.gated.GatedRecurrent;

class ProjectedLstmTest extends GatedLayerContract {
  private static final int OUTPUTS = 3;
  private static final int CELLS = 5;

  @Override
  protected List<GatedRecurrent> variants() {
    return List.of(
        new ProjectedLstm.Builder().nOut(OUTPUTS).build(),
        new ProjectedLstm.Builder().nOut(OUTPUTS).peepholes(true).build(),
        new ProjectedLstm.Builder().nOut(OUTPUTS).cells(CELLS).build(),
        new ProjectedLstm.Builder().nOut(OUTPUTS).cells(CELLS).peepholes(true).build());
  }

  @Override
  protected double[][][] naive(ComputationGraph network, double[][][] input) {
    INDArray w = network.getParam(LAYER + "_W");
    INDArray r = network.getParam(LAYER + "_RW");
    INDArray b = network.getParam(LAYER + "_b");
    INDArray peep = network.paramTable().get(LAYER + "_peep");
    INDArray p = network.paramTable().get(LAYER + "_P");
    int cells = (int) w.size(1) / 4;
    double[][][] output = new double[input.length][OUTPUTS][FRAMES];
    for (int window = 0; window < input.length; window++) {
      double[] c = new double[cells];
      double[] fed = new double[OUTPUTS];
      for (int t = 0; t < FRAMES; t++) {
        double[] x = frame(input[window], t);
        double[] m = new double[cells];
        for (int j = 0; j < cells; j++) {
          double[] a = new double[4];
          for (int k = 0; k < 4; k++) {
            int column = k * cells + j;
            a[k] = product(w, x, column) + product(r, fed, column) + b.getDouble(column);
          }
          double pi = peep == null ? 0 : peep.getDouble(j);
          double pf = peep == null ? 0 : peep.getDouble(cells + j);
          double po = peep == null ? 0 : peep.getDouble(2 * cells + j);
          double i = sigmoid(a[0] + pi * c[j]);
          double f = sigmoid(a[1] + pf * c[j]);
          c[j] = f * c[j] + i * Math.tanh(a[3]);
          m[j] = sigmoid(a[2] + po * c[j]) * Math.tanh(c[j]);
        }
        for (int n = 0; n < OUTPUTS; n++) {
          fed[n] = p == null ? m[n] : product(p, m, n);
          output[window][n][t] = fed[n];
        }
      }
    }
    return output;
  }

  @Test
  void withoutExtrasItIsDeeplearning4jsLstm() {
    ComputationGraph ours = network(new ProjectedLstm.Builder().nIn(INPUTS).nOut(OUTPUTS).build());
    ComputationGraph theirs =
        network(new LSTM.Builder().nIn(INPUTS).nOut(OUTPUTS).activation(Activation.TANH).build());
    // Deeplearning4j's columns: candidate, forget, output, input.
    int[] order = {3, 1, 2, 0};
    for (String key : List.of("hidden_W", "hidden_RW")) {
      for (int k = 0; k < 4; k++) {
        columns(theirs.getParam(key), order[k]).assign(columns(ours.getParam(key), k));
      }
    }
    theirs.getParam("out_W").assign(ours.getParam("out_W"));
    INDArray input = Nd4j.rand(DataType.FLOAT, WINDOWS, INPUTS, FRAMES).subi(0.5);
    assertThat(ours.outputSingle(input).equalsWithEps(theirs.outputSingle(input), 1e-5)).isTrue();
  }

  private static INDArray columns(INDArray weights, int gate) {
    return weights.get(
        NDArrayIndex.all(), NDArrayIndex.interval(gate * OUTPUTS, (gate + 1) * OUTPUTS));
  }

  private static ComputationGraph network(org.deeplearning4j.nn.conf.layers.Layer hidden) {
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .graphBuilder()
                .addInputs("in")
                .addLayer("hidden", hidden, "in")
                .addLayer(
                    "out",
                    new RnnOutputLayer.Builder()
                        .nIn(OUTPUTS)
                        .nOut(CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build(),
                    "hidden")
                .setOutputs("out")
                .build());
    network.init();
    return network;
  }
}
