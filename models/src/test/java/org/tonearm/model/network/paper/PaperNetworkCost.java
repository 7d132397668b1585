package org.tonearm.model.network.paper;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Prints parameters, this thread's CPU time of a training step, and that of hearing 30 seconds, for
 * each network of the papers or those whose ids are given.
 */
final class PaperNetworkCost {
  private static final int CLASSES = 10;
  private static final int STEPS = 3;

  private PaperNetworkCost() {}

  /** Measures the networks of the ids given, or all. */
  public static void main(String[] ids) {
    List<String> wanted = Arrays.asList(ids);
    for (PaperNetwork paper : PaperNetworks.all()) {
      if (wanted.isEmpty() || wanted.contains(paper.id())) {
        measure(paper);
      }
    }
  }

  private static void measure(PaperNetwork paper) {
    int batch = paper.schedule().batch();
    int dimensions = dimensions(paper.input().feature());
    ComputationGraph network = paper.build(dimensions, CLASSES, 1);
    INDArray labels = Nd4j.create(batch, CLASSES);
    for (int i = 0; i < batch; i++) {
      labels.putScalar(i, i % CLASSES, 1);
    }
    DataSet examples = new DataSet(features(paper, dimensions, batch), labels);
    INDArray track = features(paper, dimensions, pieces(paper.input()));
    double step = milliseconds(() -> network.fit(examples));
    double hearing = milliseconds(() -> network.outputSingle(track));
    System.out.printf(
        "%s: %d parameters, batch %d, %.0f ms a step, %.1f ms an example, %.0f ms for 30 s%n",
        paper.id(), network.numParams(), batch, step, step / batch, hearing);
  }

  /** The median of a few runs after one that does not count. */
  private static double milliseconds(Runnable work) {
    double[] times = new double[STEPS];
    for (int i = -1; i < STEPS; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      work.run();
      long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      times[Math.max(0, i)] = (end - start) / 1e6;
    }
    Arrays.sort(times);
    return times[STEPS / 2];
  }

  /** Pieces of 30 seconds, with frames of 370 ms and half overlap for scattering. */
  private static int pieces(PaperInput input) {
    return switch (input.feature()) {
          case SCATTERING, SCATTERING_16K -> 162;
          case STFT_72 -> 645;
          case STFT_33, MEL -> 2584;
        }
        / input.pieceHop();
  }

  private static int dimensions(PaperFeature feature) {
    return switch (feature) {
      case SCATTERING, SCATTERING_16K -> 525;
      case STFT_72 -> 72;
      case STFT_33 -> 33;
      case MEL -> 96;
    };
  }

  private static INDArray features(PaperNetwork paper, int dimensions, int examples) {
    int frames = paper.input().pieceFrames();
    return switch (paper.input().shape()) {
      case FRAME -> Nd4j.randn(examples, dimensions);
      case SEQUENCE -> Nd4j.randn(examples, dimensions, frames);
      case IMAGE -> Nd4j.randn(examples, 1, dimensions, frames);
    };
  }
}
