package org.tonearm.model.network;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.model.network.indrnn.FrameMatrix;

/** Prints how many windows a second of this thread's CPU time the network trains on. */
final class TrainingRate {
  private static final int BATCH = 32;
  private static final int FRAMES = 54;
  private static final int INPUTS = 525;

  private TrainingRate() {}

  /** Measures each width given, such as 128 256 512. */
  public static void main(String[] arguments) {
    Random random = new Random(1);
    float[] values = new float[BATCH * FRAMES * INPUTS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    INDArray frames = FrameMatrix.sequence(values, BATCH, FRAMES, INPUTS);
    INDArray mask = Nd4j.ones(BATCH, FRAMES);
    mask.putScalar(0, FRAMES - 1, 0);
    INDArray labels = Nd4j.create(BATCH, 14);
    for (int i = 0; i < BATCH; i++) {
      labels.putScalar(i, i % 14, 1);
    }
    for (String width : arguments) {
      measure(Integer.parseInt(width), frames, mask, labels);
    }
  }

  private static void measure(int width, INDArray frames, INDArray mask, INDArray labels) {
    TrunkShape trunk = new TrunkShape(Cell.INDRNN, INPUTS, 5, width, 0.3, FRAMES, true);
    List<Head> heads = List.of(new Head("genre", 14, HeadKind.SOFTMAX, 1));
    ComputationGraph network =
        RecurrentNetwork.build(trunk, heads, Optimisation.adam(1e-3, 1e-2), 1);
    MultiDataSet batch =
        new MultiDataSet(
            new INDArray[] {frames}, new INDArray[] {labels}, new INDArray[] {mask}, null);
    int steps = 40 * 128 / width + 10;
    for (int i = 0; i < steps / 2; i++) {
      network.fit(batch);
    }
    long start = cpu();
    for (int i = 0; i < steps; i++) {
      network.fit(batch);
    }
    double seconds = (cpu() - start) / 1e9;
    double rows = (double) BATCH * FRAMES;
    double operations = rows * width * 2 * (2.0 * INPUTS + 3.0 * 4 * width) * steps;
    System.out.printf(
        "width %d: %.1f windows/s, %.1f GFLOP/s in matrix products, %.1f ms a batch, loss %.4f%n",
        width,
        BATCH * steps / seconds,
        operations / seconds / 1e9,
        seconds / steps * 1e3,
        network.score());
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
