package org.tonearm.model.suite.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.statistics.Standardizer;
import org.tonearm.model.suite.fit.PieceTargets;
import org.tonearm.model.suite.measure.ClipHearing;
import org.tonearm.model.suite.measure.InferenceTimer;
import org.tonearm.model.suite.piece.PieceCutter;

/**
 * Measures what a network costs, on noise, in this process and on the calling thread. The process
 * should do nothing else, and have done nothing else before: its memory counts as the network's.
 * Not thread-safe.
 */
public final class CostTrial {
  private static final double FEWEST_SECONDS = 4;
  private static final int FEWEST_STEPS = 6;

  private final LongSupplier cpuNanos;
  private final LongSupplier peakBytes;

  /**
   * @param cpuNanos CPU time of the calling thread, in nanoseconds
   * @param peakBytes most memory that the process has had; 0 where the system does not tell
   */
  public CostTrial(LongSupplier cpuNanos, LongSupplier peakBytes) {
    this.cpuNanos = cpuNanos;
    this.peakBytes = peakBytes;
  }

  /**
   * Makes a network, takes steps of learning for some seconds (the first third, in which the
   * virtual machine still compiles, does not count) and hears half a minute.
   *
   * @param extractor of the network's feature, asked for its shape alone
   * @param classes number of labels
   */
  public NetworkCost measure(PaperNetwork network, FeatureExtractor extractor, int classes) {
    Nd4j.zeros(1).close(); // so that ND4J's own memory counts as the program's
    long program = peakBytes.getAsLong();
    int dimensions = extractor.dimensions();
    Frames noise = InferenceTimer.halfMinute(extractor);
    PieceCutter cutter = new PieceCutter(network.input(), unchanged(dimensions));
    ComputationGraph graph = network.build(dimensions, classes, 1);
    double step = step(network, graph, cutter, noise, classes);
    double millis =
        new InferenceTimer(cpuNanos)
            .milliseconds(new ClipHearing(graph, cutter, network.schedule().batch()), noise);
    return new NetworkCost(
        network.trainedAs(),
        NetworkCosts.shape(network),
        graph.numParams(),
        step,
        millis,
        peakBytes.getAsLong(),
        program);
  }

  private double step(
      PaperNetwork network, ComputationGraph graph, PieceCutter cutter, Frames noise, int classes) {
    List<PieceCutter.Piece> batch = new ArrayList<>();
    for (int i = 0; i < network.schedule().batch(); i++) {
      batch.add(new PieceCutter.Piece(noise, i % cutter.count(noise), i % classes));
    }
    PieceTargets targets;
    try (INDArray one = cutter.array(batch.subList(0, 1))) {
      targets = PieceTargets.of(graph, one, classes);
    }
    List<Double> seconds = new ArrayList<>();
    double sum = 0;
    while (seconds.size() < FEWEST_STEPS || sum < FEWEST_SECONDS) {
      long begun = cpuNanos.getAsLong();
      try (INDArray x = cutter.array(batch);
          INDArray y = targets.array(batch)) {
        graph.fit(new INDArray[] {x}, new INDArray[] {y});
      }
      seconds.add((cpuNanos.getAsLong() - begun) / 1e9);
      sum += seconds.get(seconds.size() - 1);
    }
    double[] counted =
        seconds.stream().skip(seconds.size() / 3).mapToDouble(s -> s).sorted().toArray();
    return counted[counted.length / 2];
  }

  private static Standardizer unchanged(int dimensions) {
    float[] ones = new float[dimensions];
    Arrays.fill(ones, 1);
    return new Standardizer(new float[dimensions], ones);
  }
}
