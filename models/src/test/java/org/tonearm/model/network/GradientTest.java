package org.tonearm.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Compares the analytic gradients with differences of the loss, in double precision. */
class GradientTest {
  private static final int BATCH = 5;
  private static final int INPUTS = 4;
  private static final int FRAMES = 6;

  private static final Head LABELS = new Head("labels", 3, HeadKind.SOFTMAX, 1.0);
  private static final Head RATES = new Head("rates", 2, HeadKind.SIGMOID, 0.5);
  private static final Head AFFECT = new Head("affect", 2, HeadKind.IDENTITY_MSE, 2.0);

  private final Random random = new Random(7);

  @BeforeEach
  void doublePrecision() {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
  }

  @AfterEach
  void singlePrecision() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  @Test
  void plain() {
    check(network(1, false, 0, List.of(LABELS)), null, null);
  }

  @Test
  void masked() {
    check(network(1, false, 0, List.of(LABELS)), lengths(6, 6, 4, 4, 4), null);
  }

  @Test
  void severalLengthsStacked() {
    check(network(2, false, 0, List.of(LABELS)), lengths(6, 1, 3, 5, 2), null);
  }

  @Test
  void maskedInTheMiddle() {
    INDArray mask = lengths(6, 6, 6, 5, 4);
    mask.putScalar(0, 2, 0);
    mask.putScalar(1, 0, 0);
    check(network(2, true, 0, List.of(LABELS)), mask, null);
  }

  @Test
  void normalised() {
    check(network(1, true, 0, List.of(LABELS)), null, null);
  }

  @Test
  void normalisedStackedSeveralLengths() {
    check(network(2, true, 0, List.of(LABELS)), lengths(6, 1, 3, 5, 2), null);
  }

  @Test
  void normalisedWithAnEmptyWindow() {
    check(network(2, true, 0, List.of(LABELS)), lengths(6, 0, 3, 5, 2), null);
  }

  @Test
  void droppedOut() {
    check(network(2, true, 0.3, List.of(LABELS)), lengths(6, 1, 3, 5, 2), null);
  }

  @Test
  void severalHeadsWithMissingLabels() {
    INDArray[] labelMasks = {
      Nd4j.create(new double[] {1, 1, 0, 1, 0}, BATCH, 1),
      Nd4j.create(new double[] {0, 1, 1, 1, 0}, BATCH, 1),
      Nd4j.create(new double[] {1, 0, 0, 0, 0}, BATCH, 1)
    };
    check(network(2, true, 0, List.of(LABELS, RATES, AFFECT)), lengths(6, 2, 3, 5, 2), labelMasks);
  }

  @Test
  void bothWaysOnConvolutions() {
    Convolutions convolutions = new Convolutions(2, 2, List.of(2, 3));
    TrunkShape trunk =
        new TrunkShape(Cell.GRU, INPUTS, 2, 3, 0, FRAMES, true, Optional.of(convolutions));
    check(network(trunk, List.of(LABELS)), null, null);
  }

  private static ComputationGraph network(
      int layers, boolean normalise, double dropout, List<Head> heads) {
    return network(
        new TrunkShape(Cell.INDRNN, INPUTS, layers, 5, dropout, FRAMES, normalise), heads);
  }

  private static ComputationGraph network(TrunkShape trunk, List<Head> heads) {
    ComputationGraph network =
        new ComputationGraph(
            RecurrentNetwork.configuration(
                trunk, heads, new Optimisation(new NoOp(), 0), 3, DataType.DOUBLE));
    network.init();
    for (String name : network.paramTable().keySet()) {
      if (name.endsWith("_b")) { // away from 0, where the ReLU of a dead unit has its kink
        INDArray bias = network.getParam(name);
        bias.assign(Nd4j.rand(DataType.DOUBLE, bias.shape()).addi(0.1));
      }
    }
    return network;
  }

  private void check(ComputationGraph network, INDArray mask, INDArray[] labelMasks) {
    List<Head> heads =
        network.getNumOutputArrays() == 1 ? List.of(LABELS) : List.of(LABELS, RATES, AFFECT);
    GradientCheckUtil.GraphConfig check =
        new GradientCheckUtil.GraphConfig()
            .net(network)
            .inputs(new INDArray[] {gaussian(BATCH, INPUTS, FRAMES)})
            .labels(heads.stream().map(this::targets).toArray(INDArray[]::new))
            .inputMask(mask == null ? null : new INDArray[] {mask})
            .labelMask(labelMasks)
            .excludeParams(runningMoments(network))
            .callEachIter(graph -> Nd4j.getRandom().setSeed(11))
            .epsilon(1e-6)
            .maxRelError(1e-4)
            .minAbsoluteError(1e-9);
    assertThat(GradientCheckUtil.checkGradients(check)).isTrue();
  }

  private INDArray targets(Head head) {
    INDArray targets = Nd4j.create(DataType.DOUBLE, BATCH, head.outputs());
    for (int i = 0; i < BATCH; i++) {
      double[] row = random.doubles(head.outputs(), 0.05, 0.95).toArray();
      targets.putRow(i, Nd4j.createFromArray(row));
    }
    return head.kind() == HeadKind.SOFTMAX ? targets.divColumnVector(targets.sum(1)) : targets;
  }

  private INDArray gaussian(int... shape) {
    INDArray values = Nd4j.create(DataType.DOUBLE, Nd4j.createFromArray(shape).toLongVector());
    for (long i = 0; i < values.length(); i++) {
      values.putScalar(i, random.nextGaussian());
    }
    return values;
  }

  private static INDArray lengths(int... lengths) {
    INDArray mask = Nd4j.create(DataType.DOUBLE, lengths.length, FRAMES);
    for (int w = 0; w < lengths.length; w++) {
      for (int t = 0; t < lengths[w]; t++) {
        mask.putScalar(w, t, 1);
      }
    }
    return mask;
  }

  private static Set<String> runningMoments(ComputationGraph network) {
    Set<String> names = new HashSet<>(network.paramTable().keySet());
    names.removeIf(name -> !name.matches(".*_(mean|variance|log10stdev)"));
    return names;
  }
}
