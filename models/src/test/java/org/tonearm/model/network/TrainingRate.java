package org.tonearm.model.network;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.model.network.indrnn.FrameMatrix;

/** Prints how many windows a second of this thread's CPU time the network trains on. */
final class TrainingRate {
  private static final int BATCH = 32;
  private static final int STEPS = 30;
  private static final int FRAMES = 54;
  private static final int INPUTS = 525;

  private TrainingRate() {}

  /** Measures IndRNN layers of each width given, such as 128 256 512; or {@code gru}. */
  public static void main(String[] arguments) {
    for (String asked : arguments) {
      if (asked.equals("gru")) {
        measure("convolutions and GRU", convolutional());
      } else {
        int width = Integer.parseInt(asked);
        measure(
            "IndRNN, width " + width,
            new TrunkShape(Cell.INDRNN, INPUTS, 5, width, 0.3, FRAMES, true));
      }
    }
  }

  private static TrunkShape convolutional() {
    Convolutions convolutions = new Convolutions(4, 40, List.of(16, 32, 48));
    return new TrunkShape(
        Cell.GRU, convolutions.inputs(), 1, 96, 0.3, FRAMES, false, Optional.of(convolutions));
  }

  private static void measure(String name, TrunkShape trunk) {
    Random random = new Random(1);
    float[] values = new float[BATCH * FRAMES * trunk.inputs()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    INDArray frames = FrameMatrix.sequence(values, BATCH, FRAMES, trunk.inputs());
    INDArray mask = Nd4j.ones(BATCH, FRAMES);
    mask.putScalar(0, FRAMES - 1, 0);
    INDArray labels = Nd4j.create(BATCH, 14);
    for (int i = 0; i < BATCH; i++) {
      labels.putScalar(i, i % 14, 1);
    }
    List<Head> heads = List.of(new Head("genre", 14, HeadKind.SOFTMAX, 1));
    ComputationGraph network =
        RecurrentNetwork.build(trunk, heads, Optimisation.adam(1e-3, 1e-2), 1);
    MultiDataSet batch =
        new MultiDataSet(
            new INDArray[] {frames}, new INDArray[] {labels}, new INDArray[] {mask}, null);
    for (int i = 0; i < STEPS / 2; i++) {
      network.fit(batch);
    }
    long start = cpu();
    for (int i = 0; i < STEPS; i++) {
      network.fit(batch);
    }
    double seconds = (cpu() - start) / 1e9;
    System.out.printf(
        "%s: %.1f windows/s, %.1f ms a batch, loss %.4f%n",
        name, BATCH * STEPS / seconds, seconds / STEPS * 1e3, network.score());
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
