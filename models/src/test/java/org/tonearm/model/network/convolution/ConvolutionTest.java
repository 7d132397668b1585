package org.tonearm.model.network.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.tonearm.model.network.SampledGradients;

class ConvolutionTest {
  private static final int CHANNELS = 3;
  private static final int HEIGHT = 11;
  private static final int WIDTH = 9;

  @AfterEach
  void singlePrecision() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  /** Two convolutions with normalisation and maxima between them, by these layers or the others. */
  private static ComputationGraph network(
      boolean own, int side, int lines, int positions, Activation activation, DataType type) {
    Layer norm = own ? new MapNormalisation() : new BatchNormalization();
    ComputationGraph network = network(own, side, lines, positions, activation, norm, type);
    for (String moment : new String[] {"norm_gamma", "norm_mean", "norm_log10stdev"}) {
      INDArray values = network.getParam(moment);
      values.addi(Nd4j.rand(type, values.shape()));
    }
    return network;
  }

  private static ComputationGraph network(
      boolean own,
      int side,
      int lines,
      int positions,
      Activation activation,
      Layer between,
      DataType type) {
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(4)
                .dataType(type)
                .updater(new NoOp())
                .weightInit(WeightInit.RELU)
                .convolutionMode(ConvolutionMode.Same)
                .graphBuilder()
                .addInputs("in")
                .addLayer("lower", convolution(own, side, 4, activation), "in")
                .addLayer("norm", between, "lower")
                .addLayer("pool", pooling(own, lines, positions), "norm")
                .addLayer("upper", convolution(own, side, 5, activation), "pool")
                .addLayer("top", pooling(own, positions, lines), "upper")
                .addLayer(
                    "out",
                    new OutputLayer.Builder().nOut(2).activation(Activation.SOFTMAX).build(),
                    "top")
                .setOutputs("out")
                .setInputTypes(InputType.convolutional(HEIGHT, WIDTH, CHANNELS))
                .build());
    network.init();
    Nd4j.getRandom().setSeed(6);
    for (String bias : new String[] {"lower_b", "upper_b"}) {
      INDArray values = network.getParam(bias);
      values.assign(Nd4j.rand(type, values.shape()).subi(0.4));
    }
    return network;
  }

  private static Layer convolution(boolean own, int side, int maps, Activation activation) {
    return own
        ? new Convolution.Builder(side).nOut(maps).activation(activation).build()
        : new org.deeplearning4j.nn.conf.layers.ConvolutionLayer.Builder(side, side)
            .nOut(maps)
            .activation(activation)
            .build();
  }

  private static Layer pooling(boolean own, int lines, int positions) {
    int[] block = {lines, positions};
    return own
        ? new MaxPooling(lines, positions)
        : new SubsamplingLayer.Builder(block, block).build();
  }

  private static DataSet data(DataType type) {
    Nd4j.getRandom().setSeed(5);
    return new DataSet(
        Nd4j.randn(type, 3, CHANNELS, HEIGHT, WIDTH),
        Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {1, 0}}).castTo(type));
  }

  @ParameterizedTest
  @CsvSource({"3,2,2,RELU", "5,3,2,RELU", "5,4,3,IDENTITY", "1,2,1,RELU", "3,5,4,RELU"})
  void equalsTheLayersItReplaces(int side, int lines, int positions, Activation activation) {
    DataSet data = data(DataType.FLOAT);
    Map<String, INDArray> expected =
        results(network(false, side, lines, positions, activation, DataType.FLOAT), data);
    Map<String, INDArray> actual =
        results(network(true, side, lines, positions, activation, DataType.FLOAT), data);
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    for (Map.Entry<String, INDArray> entry : expected.entrySet()) {
      INDArray other = actual.get(entry.getKey());
      assertThat(other.shape()).isEqualTo(entry.getValue().shape());
      double size = entry.getValue().norm2Number().doubleValue();
      assertThat(other.sub(entry.getValue()).norm2Number().doubleValue())
          .as(entry.getKey())
          .isCloseTo(0, within(1e-5 * (size + 0.1)));
    }
  }

  /** Weights, activations of learning and of use and gradients. */
  private static Map<String, INDArray> results(ComputationGraph network, DataSet data) {
    Map<String, INDArray> results = new TreeMap<>();
    network.paramTable().forEach((name, value) -> results.put("weight " + name, value.dup()));
    network
        .feedForward(data.getFeatures(), true)
        .forEach((name, value) -> results.put("learning " + name, value.dup()));
    network
        .feedForward(data.getFeatures(), false)
        .forEach((name, value) -> results.put("use " + name, value.dup()));
    network.setInputs(data.getFeatures());
    network.setLabels(data.getLabels());
    network.computeGradientAndScore();
    network
        .gradient()
        .gradientForVariable()
        .forEach((name, value) -> results.put("gradient " + name, value.dup()));
    return results;
  }

  /** Without normalisation, whose running moments have no gradient. */
  @ParameterizedTest
  @CsvSource({"3,2,2", "5,3,2"})
  void gradientsAreRight(int side, int lines, int positions) {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    Layer nothing = new ActivationLayer(Activation.IDENTITY);
    ComputationGraph network =
        network(true, side, lines, positions, Activation.RELU, nothing, DataType.DOUBLE);
    SampledGradients.check(network, data(DataType.DOUBLE), 20);
  }

  @Test
  void aPictureDoesNotSeeItsNeighbours() {
    ComputationGraph network = network(true, 5, 2, 2, Activation.RELU, DataType.FLOAT);
    INDArray input = data(DataType.FLOAT).getFeatures();
    INDArray expected = network.outputSingle(input).slice(1).dup();
    input.putSlice(0, input.slice(0).mul(100));
    input.putSlice(2, input.slice(2).mul(100));
    assertThat(network.outputSingle(input).slice(1)).isEqualTo(expected);
  }

  @Test
  void takesPicturesInAnyOrder() {
    ComputationGraph own = network(true, 3, 2, 2, Activation.RELU, DataType.FLOAT);
    ComputationGraph other = network(false, 3, 2, 2, Activation.RELU, DataType.FLOAT);
    INDArray input = Nd4j.randn(DataType.FLOAT, 2, CHANNELS, WIDTH, HEIGHT).permute(0, 1, 3, 2);
    INDArray expected = other.feedForward(input, false).get("top");
    INDArray actual = own.feedForward(input, false).get("top");
    assertThat(actual.equalsWithEps(expected, 1e-5)).isTrue();
  }

  @Test
  void configurationSurvivesJson() {
    ComputationGraphConfiguration configuration =
        network(true, 5, 3, 2, Activation.RELU, DataType.FLOAT).getConfiguration();
    ComputationGraph read =
        new ComputationGraph(ComputationGraphConfiguration.fromJson(configuration.toJson()));
    read.init();
    assertThat(read.getConfiguration()).isEqualTo(configuration);
    assertThat(read.getLayer("norm")).isInstanceOf(MapNormalisationLayer.class);
    assertThat(read.getLayer("upper")).isInstanceOf(ConvolutionLayer.class);
    assertThat(read.getLayer("top")).isInstanceOf(MaxPoolingLayer.class);
  }

  @Test
  void refusesWhatItCanNotDo() {
    assertThatThrownBy(() -> new Convolution.Builder(4)).hasMessageContaining("odd kernel");
    for (Layer layer :
        new Layer[] {
          new Convolution.Builder(3).nIn(1).nOut(1).stride(2, 2).build(),
          new Convolution.Builder(3).nIn(1).nOut(1).activation(Activation.TANH).build(),
          new Convolution.Builder(3).nIn(1).nOut(1).hasBias(false).build()
        }) {
      NeuralNetConfiguration.Builder network = new NeuralNetConfiguration.Builder();
      ComputationGraphConfiguration configuration =
          network
              .graphBuilder()
              .addInputs("in")
              .addLayer("odd", layer, "in")
              .setOutputs("odd")
              .build();
      assertThatThrownBy(() -> new ComputationGraph(configuration).init())
          .hasMessageContaining("expected an odd square kernel");
    }
    ComputationGraph network = network(true, 3, 2, 2, Activation.RELU, DataType.FLOAT);
    assertThatThrownBy(() -> network.outputSingle(Nd4j.ones(1, CHANNELS + 1, HEIGHT, WIDTH)))
        .hasStackTraceContaining("expected maps [batch, 3, height, width]");
  }
}
