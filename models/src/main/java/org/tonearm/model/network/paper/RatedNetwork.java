package org.tonearm.model.network.paper;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A network that learns at another rate than its paper says, at that one throughout: a rate that
 * falls within a training is the paper's own only. A factor from epoch to epoch stays. All else is
 * the paper's. Stateless and thread-safe.
 *
 * @param network the paper's
 * @param rate learning rate, above 0
 */
public record RatedNetwork(PaperNetwork network, double rate) implements PaperNetwork {

  /**
   * The networks at a rate.
   *
   * @param rate above 0; empty for the papers' own
   */
  public static List<PaperNetwork> all(List<PaperNetwork> networks, OptionalDouble rate) {
    return rate.isEmpty()
        ? List.copyOf(networks)
        : networks.stream()
            .<PaperNetwork>map(network -> new RatedNetwork(network, rate.getAsDouble()))
            .toList();
  }

  /** A rate as one would type it, such as {@code 1.5e-4}. */
  public static String text(double rate) {
    return new DecimalFormat("0.####E0", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(rate)
        .replace('E', 'e');
  }

  @Override
  public String id() {
    return network.id();
  }

  @Override
  public String trainedAs() {
    return network.trainedAs();
  }

  @Override
  public int revision() {
    return network.revision();
  }

  @Override
  public String source() {
    return network.source();
  }

  @Override
  public List<PaperFigure> figures() {
    return network.figures();
  }

  @Override
  public PaperInput input() {
    return network.input();
  }

  @Override
  public Schedule schedule() {
    Schedule own = network.schedule();
    IUpdater updater = own.updater().clone();
    updater.setLrAndSchedule(rate, null);
    return new Schedule(updater, own.batch(), own.longestEpochs(), own.rateFactor());
  }

  @Override
  public Decision decision() {
    return network.decision();
  }

  @Override
  public ComputationGraph build(int dimensions, int classes, long seed) {
    ComputationGraph graph = network.build(dimensions, classes, seed);
    graph.setLearningRate(rate);
    return graph;
  }
}
