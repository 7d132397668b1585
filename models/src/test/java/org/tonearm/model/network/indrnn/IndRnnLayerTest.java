package org.tonearm.model.network.indrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class IndRnnLayerTest {
  private static final int WINDOWS = 3;
  private static final int INPUTS = 4;
  private static final int FRAMES = 7;
  private static final int UNITS = 5;
  private static final double BOUND = 1.1;

  private final INDArray input = Nd4j.rand(WINDOWS, INPUTS, FRAMES).subi(0.4);

  @Test
  void followsEquation8() {
    ComputationGraph network = network(false);
    INDArray weights = network.getParam("hidden_W");
    INDArray u = network.getParam("hidden_u");
    INDArray bias = network.getParam("hidden_b").assign(Nd4j.rand(UNITS));
    INDArray actual = hidden(network, input, null);
    for (int w = 0; w < WINDOWS; w++) {
      for (int n = 0; n < UNITS; n++) {
        double h = 0;
        for (int t = 0; t < FRAMES; t++) {
          double a = u.getDouble(n) * h + bias.getDouble(n);
          for (int i = 0; i < INPUTS; i++) {
            a += weights.getDouble(i, n) * input.getDouble(w, i, t);
          }
          h = Math.max(0, a);
          assertThat(actual.getDouble(w, n, t)).isCloseTo(h, within(1e-5));
        }
      }
    }
  }

  @Test
  void stridesOfTheInputDoNotMatter() {
    ComputationGraph network = network(true);
    INDArray expected = hidden(network, input.dup('c'), null);
    INDArray framewise =
        FrameMatrix.sequence(
            input.permute(0, 2, 1).dup('c').data().asFloat(), WINDOWS, FRAMES, INPUTS);
    assertThat(framewise).isEqualTo(input);
    assertThat(hidden(network, framewise, null)).isEqualTo(expected);
    assertThat(hidden(network, input.dup('f'), null)).isEqualTo(expected);
  }

  @Test
  void masksHideWhatTheyCover() {
    ComputationGraph network = network(true);
    INDArray mask = Nd4j.ones(WINDOWS, FRAMES);
    mask.get(NDArrayIndex.point(1), NDArrayIndex.interval(4, FRAMES)).assign(0);
    INDArray changed = input.dup();
    changed
        .get(NDArrayIndex.point(1), NDArrayIndex.all(), NDArrayIndex.interval(4, FRAMES))
        .assign(1000);
    INDArray expected = hidden(network, input, mask);
    assertThat(hidden(network, changed, mask)).isEqualTo(expected);
    assertThat(
            expected
                .get(NDArrayIndex.point(1), NDArrayIndex.all(), NDArrayIndex.interval(4, FRAMES))
                .maxNumber()
                .doubleValue())
        .isZero();

    network.fit(new DataSet(changed, labels(), mask, mask));
    ComputationGraph other = network(true);
    other.fit(new DataSet(input, labels(), mask, mask));
    assertThat(network.params()).isEqualTo(other.params());
  }

  @Test
  void stepsJoinToTheWholeSequence() {
    ComputationGraph network = network(true);
    INDArray expected = network.outputSingle(input);
    for (int t = 0; t < FRAMES; t += 3) {
      int end = Math.min(FRAMES, t + 3);
      INDArray part =
          input.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(t, end)).dup();
      INDArray actual = network.rnnTimeStep(part)[0];
      assertThat(
              actual.equalsWithEps(
                  expected.get(
                      NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(t, end)),
                  1e-5))
          .isTrue();
    }
    network.rnnClearPreviousState();
    assertThat(network.rnnTimeStep(input.dup())[0].equalsWithEps(expected, 1e-5)).isTrue();
  }

  @Test
  void savesAndLoads() throws IOException {
    ComputationGraph network = network(true);
    network.fit(new DataSet(input, labels()));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, file, true);
    ComputationGraph loaded =
        ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(file.toByteArray()), true);
    assertThat(loaded.outputSingle(input)).isEqualTo(network.outputSingle(input));
    Nd4j.getRandom().setSeed(1);
    network.fit(new DataSet(input, labels()));
    Nd4j.getRandom().setSeed(1);
    loaded.fit(new DataSet(input, labels()));
    assertThat(loaded.params()).isEqualTo(network.params());
  }

  @Test
  void configurationSurvivesJson() {
    ComputationGraphConfiguration configuration = configuration(true);
    ComputationGraphConfiguration read =
        ComputationGraphConfiguration.fromJson(configuration.toJson());
    assertThat(read).isEqualTo(configuration);
    assertThat(ComputationGraphConfiguration.fromJson(configuration(false).toJson()))
        .isNotEqualTo(configuration);
  }

  @Test
  void recurrentWeightsStayWithinTheBound() {
    ComputationGraph network = network(false);
    INDArray u = network.getParam("hidden_u");
    assertThat(u.minNumber().doubleValue()).isBetween(0.0, BOUND);
    assertThat(u.maxNumber().doubleValue()).isBetween(0.0, BOUND);
    u.assign(Nd4j.createFromArray(5f, -5f, 0.5f, 1f, 9f));
    network.fit(new DataSet(input, labels()));
    assertThat(u.maxNumber().doubleValue()).isCloseTo(BOUND, within(1e-6));
    assertThat(u.minNumber().doubleValue()).isCloseTo(-BOUND, within(1e-6));
    assertThat(u.getDouble(2)).isCloseTo(0.5, within(0.1));
  }

  @Test
  void runningMomentsApproachTheDatas() {
    ComputationGraph network = network(true);
    INDArray weights = network.getParam("hidden_W").dup();
    for (int i = 0; i < 200; i++) {
      network.getParam("hidden_W").assign(weights);
      network.fit(new DataSet(input, labels()));
    }
    INDArray rows = input.permute(0, 2, 1).dup('c').reshape(WINDOWS * FRAMES, INPUTS);
    INDArray projection = rows.mmul(weights);
    assertThat(network.getParam("hidden_mean").equalsWithEps(projection.mean(0), 1e-3)).isTrue();
    assertThat(network.getParam("hidden_variance").equalsWithEps(projection.var(false, 0), 1e-3))
        .isTrue();
  }

  @Test
  void dropsAFeatureForAllFramesOrNone() {
    IndRnn layer =
        new IndRnn.Builder().nIn(INPUTS).nOut(INPUTS).dropOut(new SpatialDropout(0.5)).build();
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(9)
                .graphBuilder()
                .addInputs("in")
                .addLayer("hidden", layer, "in")
                .setOutputs("hidden")
                .build());
    network.init();
    network.getParam("hidden_W").assign(Nd4j.eye(INPUTS));
    network.getParam("hidden_u").assign(0);
    INDArray output = network.feedForward(Nd4j.ones(20, INPUTS, FRAMES), true).get("hidden");
    INDArray first = output.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(0));
    for (int t = 1; t < FRAMES; t++) {
      assertThat(output.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(t)))
          .isEqualTo(first);
    }
    assertThat(first.meanNumber().doubleValue()).isBetween(0.6, 1.4);
    assertThat(first.maxNumber().doubleValue()).isEqualTo(2.0);
    assertThat(first.minNumber().doubleValue()).isZero();
  }

  @Test
  void refusesAnotherWidth() {
    ComputationGraph network = network(false);
    assertThatThrownBy(() -> network.outputSingle(Nd4j.ones(2, INPUTS + 1, FRAMES)))
        .hasStackTraceContaining("expected a sequence [batch, 4, time]");
  }

  private static INDArray hidden(ComputationGraph network, INDArray input, INDArray mask) {
    network.setLayerMaskArrays(mask == null ? null : new INDArray[] {mask}, null);
    try {
      return network.feedForward(input, false).get("hidden");
    } finally {
      network.clearLayerMaskArrays();
    }
  }

  private static INDArray labels() {
    INDArray labels = Nd4j.zeros(WINDOWS, 2, FRAMES);
    labels.get(NDArrayIndex.all(), NDArrayIndex.point(1), NDArrayIndex.all()).assign(1);
    return labels;
  }

  private static ComputationGraph network(boolean normalise) {
    ComputationGraph network = new ComputationGraph(configuration(normalise));
    network.init();
    return network;
  }

  private static ComputationGraphConfiguration configuration(boolean normalise) {
    return new NeuralNetConfiguration.Builder()
        .seed(4)
        .updater(new Adam(1e-2))
        .weightDecay(1e-3)
        .graphBuilder()
        .addInputs("in")
        .addLayer(
            "hidden",
            new IndRnn.Builder().nOut(UNITS).recurrentBound(BOUND).normalise(normalise).build(),
            "in")
        .addLayer(
            "out",
            new RnnOutputLayer.Builder(LossFunction.MCXENT)
                .nOut(2)
                .activation(Activation.SOFTMAX)
                .build(),
            "hidden")
        .setOutputs("out")
        .setInputTypes(InputType.recurrent(INPUTS))
        .build();
  }
}
