package org.tonearm.model.network.updater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RmsPropNesterovTest {
  private static final RmsPropNesterov RULE = new RmsPropNesterov(0.1, 0.75, 0.5);

  /** By this text the records of Shah et al.'s rows are found; with another they are lost. */
  @Test
  void readsAsInTheRecords() {
    assertThat(new RmsPropNesterov(2e-4, 0.9, 0.9))
        .hasToString("org.tonearm.model.network.updater.RmsPropNesterov@112fe48");
  }

  @Test
  void firstStepsByHand() {
    RmsPropNesterovUpdater updater = updater(2);
    // r = 0.25 * 4 = 1, v = -0.1 * 2 / 1 = -0.2, step = 1.5 * 0.2
    assertThat(step(updater, 2, 0)).containsExactly(new double[] {0.3, 0}, within(1e-6));
    // r = 0.75 + 0.25 * 13 = 4, v = -0.1 - 0.1 sqrt(13) / 2; step = -0.1 - 1.5 v
    double v = -0.1 - 0.05 * Math.sqrt(13);
    assertThat(step(updater, Math.sqrt(13), 0))
        .containsExactly(new double[] {-0.1 - 1.5 * v, 0}, within(1e-6));
  }

  @Test
  void followsAlgorithm6OnAParabola() {
    double theta = 3;
    double v = 0;
    double r = 0;
    double ours = theta;
    RmsPropNesterovUpdater updater = updater(1);
    for (int i = 0; i < 50; i++) {
      double interim = theta + 0.5 * v;
      assertThat(ours).isCloseTo(interim, within(1e-4));
      double g = 2 * (interim - 1);
      r = 0.75 * r + 0.25 * g * g;
      v = 0.5 * v - 0.1 / Math.sqrt(r) * g;
      theta += v;
      ours -= step(updater, 2 * (ours - 1))[0];
    }
    assertThat(theta).isCloseTo(1, within(0.3));
  }

  @Test
  void survivesJsonAndFiles() throws IOException {
    MultiLayerConfiguration written = configuration();
    assertThat(MultiLayerConfiguration.fromJson(written.toJson())).isEqualTo(written);
    MultiLayerNetwork network = new MultiLayerNetwork(written);
    network.init();
    INDArray input = Nd4j.rand(DataType.FLOAT, 5, 3);
    INDArray labels = Nd4j.create(new float[] {1, 0, 0, 1, 1, 0, 0, 1, 1, 0}, 5, 2);
    network.fit(input, labels);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, file, true);
    MultiLayerNetwork loaded =
        ModelSerializer.restoreMultiLayerNetwork(
            new ByteArrayInputStream(file.toByteArray()), true);
    network.fit(input, labels);
    loaded.fit(input, labels);
    assertThat(loaded.params()).isEqualTo(network.params());
  }

  @Test
  void takesAnotherRate() {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration());
    network.init();
    network.setLearningRate(0.01);
    assertThat(network.getLearningRate(0)).isEqualTo(0.01);
    RmsPropNesterov copy = RULE.clone();
    copy.setLrAndSchedule(0.01, null);
    assertThat(copy).isNotEqualTo(RULE);
    assertThat(RULE.getLearningRate(0, 0)).isEqualTo(0.1);
  }

  @Test
  void refusesAMomentumOfOne() {
    assertThatThrownBy(() -> new RmsPropNesterov(0.1, 0.9, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("below 1");
  }

  private static MultiLayerConfiguration configuration() {
    return new NeuralNetConfiguration.Builder()
        .seed(1)
        .updater(RULE)
        .list()
        .layer(new OutputLayer.Builder().nIn(3).nOut(2).activation(Activation.SOFTMAX).build())
        .build();
  }

  private static RmsPropNesterovUpdater updater(int parameters) {
    return RULE.instantiate(Nd4j.ones(DataType.FLOAT, 1, 2L * parameters), true);
  }

  private static double[] step(RmsPropNesterovUpdater updater, double... gradient) {
    INDArray array = Nd4j.createFromArray(gradient).castTo(DataType.FLOAT);
    updater.applyUpdater(array, 0, 0);
    return array.castTo(DataType.DOUBLE).data().asDouble();
  }
}
