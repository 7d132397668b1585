package org.tonearm.model.network.recurrentconvolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.tonearm.model.network.SampledGradients;

class RecurrentConvolutionLayerTest {
  private static final int BATCH = 3;
  private static final int INPUTS = 2;
  private static final int HEIGHT = 5;
  private static final int WIDTH = 6;

  /** Enough that a channel's neighbours (N = 3, one to each side) are not all channels. */
  private static final int MAPS = 17;

  @BeforeEach
  void doublePrecision() {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    Nd4j.getRandom().setSeed(5);
  }

  @AfterEach
  void singlePrecision() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  @ParameterizedTest
  @CsvSource({"3,3,true", "3,1,false", "5,2,true", "1,2,false"})
  void followsTheEquations(int kernel, int iterations, boolean normalise) {
    ComputationGraph network = network(layer(kernel, iterations, normalise), DataType.DOUBLE);
    // Large enough that normalisation shows: alpha is 0.001.
    network.params().muli(3);
    network.getParam("hidden_b").assign(Nd4j.rand(DataType.DOUBLE, 1, MAPS));
    INDArray input = input();
    INDArray actual = network.feedForward(input, false).get("hidden");
    assertThat(actual.shape()).containsExactly(BATCH, MAPS, HEIGHT, WIDTH);
    for (int image = 0; image < BATCH; image++) {
      double[][][] expected = plainly(network, input, image, kernel, iterations, normalise);
      for (int k = 0; k < MAPS; k++) {
        for (int y = 0; y < HEIGHT; y++) {
          for (int x = 0; x < WIDTH; x++) {
            assertThat(actual.getDouble(image, k, y, x))
                .isCloseTo(expected[k][y][x], within(1e-9 * (1 + expected[k][y][x])));
          }
        }
      }
    }
  }

  /** The equations position by position. */
  private static double[][][] plainly(
      ComputationGraph network,
      INDArray input,
      int image,
      int kernel,
      int iterations,
      boolean normalise) {
    double[][][] u = new double[INPUTS][HEIGHT][WIDTH];
    for (int c = 0; c < INPUTS; c++) {
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          u[c][y][x] = input.getDouble(image, c, y, x);
        }
      }
    }
    double[][][] state = new double[MAPS][HEIGHT][WIDTH];
    for (int t = 0; t <= iterations; t++) {
      double[][][] next = new double[MAPS][HEIGHT][WIDTH];
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          double[] f = new double[MAPS];
          for (int k = 0; k < MAPS; k++) {
            double z = network.getParam("hidden_b").getDouble(k);
            z += convolution(network.getParam("hidden_W"), u, kernel, k, y, x);
            z += convolution(network.getParam("hidden_RW"), state, kernel, k, y, x);
            f[k] = Math.max(0, z);
          }
          for (int k = 0; k < MAPS; k++) {
            next[k][y][x] = normalise ? f[k] / scale(f, k) : f[k];
          }
        }
      }
      state = next;
    }
    return state;
  }

  private static double convolution(
      INDArray weights, double[][][] maps, int kernel, int to, int y, int x) {
    double sum = 0;
    for (int dy = 0; dy < kernel; dy++) {
      for (int dx = 0; dx < kernel; dx++) {
        int atY = y + dy - kernel / 2;
        int atX = x + dx - kernel / 2;
        for (int c = 0; c < maps.length && atY >= 0 && atY < HEIGHT; c++) {
          if (atX >= 0 && atX < WIDTH) {
            sum += weights.getDouble((dy * kernel + dx) * maps.length + c, to) * maps[c][atY][atX];
          }
        }
      }
    }
    return sum;
  }

  /** With 17 maps N is 3: the map, the one before and the one after. */
  private static double scale(double[] f, int k) {
    double sum = f[k] * f[k];
    sum += k > 0 ? f[k - 1] * f[k - 1] : 0;
    sum += k + 1 < MAPS ? f[k + 1] * f[k + 1] : 0;
    return Math.pow(1 + 0.001 / 3 * sum, 0.75);
  }

  @ParameterizedTest
  @CsvSource({"3,3,true", "3,3,false", "5,1,true", "1,2,true"})
  void gradientsAreRight(int kernel, int iterations, boolean normalise) {
    ComputationGraphConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(4)
            .dataType(DataType.DOUBLE)
            .updater(new NoOp())
            .graphBuilder()
            .addInputs("in")
            .addLayer("lower", layer(kernel, iterations, normalise), "in")
            .addLayer("upper", layer(kernel, iterations, normalise), "lower")
            .addLayer("out", output(), "upper")
            .setOutputs("out")
            .setInputTypes(InputType.convolutional(HEIGHT, WIDTH, INPUTS))
            .build();
    ComputationGraph network = new ComputationGraph(configuration);
    network.init();
    network.params().muli(2); // makes the normalisation's share of the gradient visible
    for (String bias : new String[] {"lower_b", "upper_b"}) { // away from the kinks at 0
      network.getParam(bias).assign(Nd4j.rand(DataType.DOUBLE, 1, MAPS).addi(0.1));
    }
    network.getParam("out_W").divi(50); // or the softmax saturates
    SampledGradients.check(network, new DataSet(input(), labels(DataType.DOUBLE)), 20);
  }

  @Test
  void aPictureDoesNotSeeItsNeighbours() {
    ComputationGraph network = network(layer(5, 3, true), DataType.DOUBLE);
    INDArray input = input();
    INDArray expected = network.feedForward(input, false).get("hidden").slice(1).dup();
    input.putSlice(0, input.slice(0).mul(100));
    input.putSlice(2, input.slice(2).mul(100));
    INDArray actual = network.feedForward(input, false).get("hidden").slice(1);
    assertThat(actual.equalsWithEps(expected, 1e-12)).isTrue();
  }

  @Test
  void singlePrecisionLearnsAndSurvivesSaving() throws IOException {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    ComputationGraph network = network(layer(3, 3, true), DataType.FLOAT);
    DataSet data = new DataSet(input().castTo(DataType.FLOAT), labels(DataType.FLOAT));
    double before = network.score(data);
    for (int i = 0; i < 30; i++) {
      network.fit(data);
    }
    assertThat(network.score(data)).isLessThan(before / 2);

    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, file, true);
    ComputationGraph loaded =
        ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(file.toByteArray()), true);
    assertThat(loaded.outputSingle(data.getFeatures()))
        .isEqualTo(network.outputSingle(data.getFeatures()));
  }

  @Test
  void configurationSurvivesJson() {
    ComputationGraphConfiguration configuration =
        network(layer(5, 2, false), DataType.FLOAT).getConfiguration();
    assertThat(ComputationGraphConfiguration.fromJson(configuration.toJson()))
        .isEqualTo(configuration)
        .isNotEqualTo(network(layer(5, 3, false), DataType.FLOAT).getConfiguration());
  }

  @Test
  void refusesWhatItCanNotDo() {
    assertThatThrownBy(() -> new RecurrentConvolution.Builder().kernel(4))
        .hasMessageContaining("odd kernel");
    assertThatThrownBy(() -> new RecurrentConvolution.Builder().iterations(0))
        .hasMessageContaining("at least 1 iteration");
    ComputationGraph network = network(layer(3, 1, true), DataType.DOUBLE);
    assertThatThrownBy(() -> network.outputSingle(Nd4j.ones(BATCH, INPUTS + 1, HEIGHT, WIDTH)))
        .hasStackTraceContaining("expected maps [batch, 2, height, width]");
  }

  private static RecurrentConvolution layer(int kernel, int iterations, boolean normalise) {
    return new RecurrentConvolution.Builder()
        .nOut(MAPS)
        .kernel(kernel)
        .iterations(iterations)
        .normalise(normalise)
        .build();
  }

  private static OutputLayer output() {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .nOut(2)
        .activation(Activation.SOFTMAX)
        .build();
  }

  private static ComputationGraph network(RecurrentConvolution layer, DataType type) {
    IUpdater updater = new Sgd(0.02);
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(4)
                .dataType(type)
                .updater(updater)
                .graphBuilder()
                .addInputs("in")
                .addLayer("hidden", layer, "in")
                .addLayer("out", output(), "hidden")
                .setOutputs("out")
                .setInputTypes(InputType.convolutional(HEIGHT, WIDTH, INPUTS))
                .build());
    network.init();
    return network;
  }

  private static INDArray input() {
    return Nd4j.randn(DataType.DOUBLE, BATCH, INPUTS, HEIGHT, WIDTH);
  }

  private static INDArray labels(DataType type) {
    return Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {1, 0}}).castTo(type);
  }
}
