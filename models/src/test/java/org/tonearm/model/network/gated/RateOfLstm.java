package org.tonearm.model.network.gated;

import java.lang.management.ManagementFactory;
import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.tonearm.model.network.gru.Gru;
import org.tonearm.model.network.indrnn.FrameMatrix;
import org.tonearm.model.network.lstm.ProjectedLstm;

/**
 * Prints this thread's CPU time a window for five recurrent layers of 512, forward and in training:
 * Deeplearning4j's LSTM against ours.
 */
final class RateOfLstm {
  private static final int BATCH = 32;
  private static final int FRAMES = 162;
  private static final int INPUTS = 525;
  private static final int WIDTH = 512;

  private RateOfLstm() {}

  /** Measures the kinds given: dl4j lstm dai gru. */
  public static void main(String[] arguments) {
    Random random = new Random(1);
    float[] values = new float[BATCH * FRAMES * INPUTS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    INDArray input = FrameMatrix.sequence(values, BATCH, FRAMES, INPUTS);
    INDArray labels = Nd4j.zeros(BATCH, 4, FRAMES);
    for (int i = 0; i < BATCH * FRAMES; i++) {
      labels.putScalar(new int[] {i % BATCH, i % 4, i / BATCH}, 1);
    }
    for (String kind : arguments) {
      ComputationGraph network = network(kind);
      DataSet data = new DataSet(input, labels);
      network.outputSingle(input);
      network.fit(data);
      long start = cpu();
      for (int i = 0; i < 3; i++) {
        network.outputSingle(input);
      }
      long middle = cpu();
      for (int i = 0; i < 3; i++) {
        network.fit(data);
      }
      System.out.printf(
          "%s: %.1f ms a window forward, %.1f ms in training (%.2f windows/s), loss %.3f%n",
          kind,
          (middle - start) / 3e6 / BATCH,
          (cpu() - middle) / 3e6 / BATCH,
          3e9 * BATCH / (cpu() - middle),
          network.score());
    }
  }

  private static Layer layer(String kind, int index) {
    return switch (kind) {
      case "dl4j" -> new LSTM.Builder().nOut(WIDTH).activation(Activation.TANH).build();
      case "lstm" -> new ProjectedLstm.Builder().nOut(WIDTH).inputGradient(index > 0).build();
      case "dai" ->
          new ProjectedLstm.Builder()
              .nOut(WIDTH)
              .cells(800)
              .peepholes(true)
              .inputGradient(index > 0)
              .build();
      case "gru" -> new Gru.Builder().nOut(WIDTH).inputGradient(index > 0).build();
      default -> throw new IllegalArgumentException("unknown kind " + kind);
    };
  }

  private static ComputationGraph network(String kind) {
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new Adam(1e-4))
            .graphBuilder()
            .addInputs("in");
    String below = "in";
    for (int i = 0; i < 5; i++) {
      graph.addLayer("r" + i, layer(kind, i), below);
      below = "r" + i;
    }
    ComputationGraph network =
        new ComputationGraph(
            graph
                .addLayer(
                    "out",
                    new RnnOutputLayer.Builder().nOut(4).activation(Activation.SOFTMAX).build(),
                    below)
                .setOutputs("out")
                .setInputTypes(InputType.recurrent(INPUTS))
                .build());
    network.init();
    return network;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
