package org.tonearm.model.network.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** The networks of Dai et al. and of Shah et al. */
class DaiAndShahTest {
  private final Random random = new Random(3);

  @AfterEach
  void singlePrecision() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  /** All that are tried here, and left out of what is tried of any network. */
  static Stream<PaperNetwork> all() {
    return Stream.of(DaiDnn.all(), DaiLstm.all(), List.of(new ShahCnn(), new ShahCrnn()))
        .flatMap(List::stream);
  }

  @Test
  void deepNetworksOfDaiLearn() {
    for (PaperNetwork network : DaiDnn.all()) {
      learns(network, 525, 4, 8, 0, 3);
      learns(network, 525, 14, 8, 0, 3);
    }
  }

  @Test
  void recurrentNetworksOfDaiLearn() {
    for (PaperNetwork network : DaiLstm.all()) {
      ComputationGraph graph = learns(network, 525, 14, 3, 7, 2);
      assertThat(graph.getParam("lstm0_P").shape()[0])
          .isEqualTo(network.id().contains("1024") ? 1500 : 800);
    }
    learns(DaiLstm.all().get(0), 525, 4, 3, 7, 2);
  }

  @Test
  void networksOfShahLearn() {
    for (PaperNetwork network : List.of(new ShahCnn(), new ShahCrnn())) {
      learns(network, 96, 4, 4, 48, 8);
      learns(network, 96, 14, 4, 48, 8);
    }
  }

  @Test
  void trainsAsThePaperSays() {
    PaperNetwork network = PaperNetworks.byId("dai-lstm-512").orElseThrow();
    Schedule schedule = network.schedule();
    assertThat(schedule.updater().getLearningRate(0, 0)).isEqualTo(2e-5);
    assertThat(schedule.batch()).isEqualTo(60);
    assertThat(schedule.longestEpochs()).isEqualTo(50);
    assertThat(schedule.rateFactor()).isEqualTo(0.9);
    assertThat(new ShahCrnn().schedule().batch()).isEqualTo(4);
  }

  @Test
  void threePiecesOfShahAreAClipOfHalfAMinute() {
    int frames = 30 * 22_050 / 1024;
    assertThat(new ShahCrnn().input().pieceFrames()).isEqualTo(frames / 3);
  }

  @Test
  void gradientsOfDaiHold() {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    DaiLstm.Layer layer = new DaiLstm.Layer(3, 4);
    ComputationGraph network =
        new DaiLstm(List.of(layer, layer), List.of()).build(5, 3, 1, DataType.DOUBLE);
    gradients(network, gaussian(DataType.DOUBLE, 3, 5, 6), labels(DataType.DOUBLE, 3, 3, 6));
  }

  @Test
  void gradientsOfShahHold() {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    ShahShape shape =
        new ShahShape(List.of(new ShahShape.Block(2, 2, 2), new ShahShape.Block(3, 2, 1)), 3, 0);
    gradients(
        new ShahCrnn().build(shape, 8, 3, 1, DataType.DOUBLE),
        gaussian(DataType.DOUBLE, 3, 1, 8, 8),
        labels(DataType.DOUBLE, 3, 3, 0));
  }

  private static void gradients(ComputationGraph network, INDArray input, INDArray labels) {
    Set<String> moments = new HashSet<>(network.paramTable().keySet());
    moments.removeIf(name -> !name.matches(".*_(mean|var|log10stdev)"));
    GradientCheckUtil.GraphConfig check =
        new GradientCheckUtil.GraphConfig()
            .net(withoutUpdater(network))
            .inputs(new INDArray[] {input})
            .labels(new INDArray[] {labels})
            .excludeParams(moments)
            .epsilon(1e-6)
            .maxRelError(1e-4)
            .minAbsoluteError(1e-8);
    assertThat(GradientCheckUtil.checkGradients(check)).isTrue();
  }

  /** The check wants gradients as they are, and as of a mean over examples. */
  private static ComputationGraph withoutUpdater(ComputationGraph network) {
    network.getConfiguration().getDefaultConfiguration().setMiniBatch(true);
    for (Layer layer : network.getLayers()) {
      layer.conf().setMiniBatch(true);
      if (layer.conf().getLayer() instanceof BaseLayer configuration) {
        configuration.setIUpdater(new NoOp());
      }
    }
    return network;
  }

  /** Builds the network; its loss must fall, and its outputs be as the contract says. */
  private ComputationGraph learns(
      PaperNetwork paper, int dimensions, int classes, int batch, int frames, int steps) {
    ComputationGraph network = paper.build(dimensions, classes, 5);
    assertThat(network.params()).isEqualTo(paper.build(dimensions, classes, 5).params());
    INDArray input =
        switch (paper.input().shape()) {
          case FRAME -> gaussian(DataType.FLOAT, batch, dimensions);
          case SEQUENCE -> gaussian(DataType.FLOAT, batch, dimensions, frames);
          case IMAGE -> gaussian(DataType.FLOAT, batch, 1, dimensions, frames);
        };
    boolean framewise = paper.input().shape() == PaperInput.Shape.SEQUENCE;
    INDArray labels = labels(DataType.FLOAT, batch, classes, framewise ? frames : 0);
    DataSet data = new DataSet(input, labels);
    double before = network.score(data, true);
    for (int i = 0; i < steps; i++) {
      network.fit(data);
    }
    assertThat(network.score(data, true)).as(paper.id()).isLessThan(before);

    INDArray output = network.outputSingle(input);
    assertThat(output.shape()).isEqualTo(labels.shape());
    assertThat(output.minNumber().doubleValue()).isBetween(0.0, 1.0);
    assertThat(output.maxNumber().doubleValue()).isBetween(0.0, 1.0);
    if (!paper.id().startsWith("shah")) {
      assertThat(output.sum(1).meanNumber().doubleValue()).isCloseTo(1, within(1e-5));
    }
    return network;
  }

  private static INDArray labels(DataType type, int batch, int classes, int frames) {
    INDArray labels =
        frames == 0 ? Nd4j.zeros(type, batch, classes) : Nd4j.zeros(type, batch, classes, frames);
    for (int w = 0; w < batch; w++) {
      if (frames == 0) {
        labels.putScalar(w, w % classes, 1);
      }
      for (int t = 0; t < frames; t++) {
        labels.putScalar(new int[] {w, w % classes, t}, 1);
      }
    }
    return labels;
  }

  private INDArray gaussian(DataType type, long... shape) {
    INDArray values = Nd4j.create(DataType.DOUBLE, shape);
    INDArray flat = values.reshape(values.length());
    for (long i = 0; i < flat.length(); i++) {
      flat.putScalar(i, random.nextGaussian());
    }
    return values.castTo(type);
  }
}
