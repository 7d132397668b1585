package org.tonearm.model.network.gated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** What holds for every layer with gates; a subclass names the layer and its variants. */
public abstract class GatedLayerContract {
  protected static final int WINDOWS = 3;
  protected static final int INPUTS = 4;
  protected static final int FRAMES = 6;
  protected static final int CLASSES = 2;
  protected static final String LAYER = "hidden0";

  private final Random random = new Random(7);

  /** New configurations of all variants, each of a few outputs. */
  protected abstract List<GatedRecurrent> variants();

  /** The layer's output [windows, outputs, frames] by loops over its equations. */
  protected abstract double[][][] naive(ComputationGraph network, double[][][] input);

  @AfterEach
  void singlePrecision() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  @Test
  void followsItsEquations() {
    for (int variant = 0; variant < variants().size(); variant++) {
      for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
        ComputationGraph network = network(variant, 1, type, new NoOp());
        INDArray input = gaussian(type, WINDOWS, INPUTS, FRAMES);
        double[][][] expected = naive(network, values(input));
        double[][][] actual = values(network.feedForward(input, false).get(LAYER));
        assertThat(actual[0].length).isEqualTo(expected[0].length);
        for (int w = 0; w < WINDOWS; w++) {
          for (int n = 0; n < expected[w].length; n++) {
            assertThat(actual[w][n])
                .containsExactly(expected[w][n], within(type == DataType.FLOAT ? 5e-6 : 1e-12));
          }
        }
      }
    }
  }

  @Test
  void gradientsHoldPlain() {
    gradients(1, null);
  }

  @Test
  void gradientsHoldMasked() {
    INDArray mask = lengths(6, 6, 5);
    mask.putScalar(0, 2, 0);
    mask.putScalar(1, 0, 0);
    gradients(1, mask);
  }

  @Test
  void gradientsHoldForSeveralLengths() {
    gradients(1, lengths(6, 1, 3));
  }

  @Test
  void gradientsHoldStacked() {
    gradients(2, lengths(6, 0, 4));
  }

  private void gradients(int layers, INDArray mask) {
    int last = variants().size() - 1;
    for (int variant = layers > 1 ? last : 0; variant <= last; variant++) {
      Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
      GradientCheckUtil.GraphConfig check =
          new GradientCheckUtil.GraphConfig()
              .net(network(variant, layers, DataType.DOUBLE, new NoOp()))
              .inputs(new INDArray[] {gaussian(DataType.DOUBLE, WINDOWS, INPUTS, FRAMES)})
              .labels(new INDArray[] {labels(DataType.DOUBLE)})
              .inputMask(mask == null ? null : new INDArray[] {mask})
              .labelMask(mask == null ? null : new INDArray[] {mask})
              .epsilon(1e-6)
              .maxRelError(1e-4)
              .minAbsoluteError(1e-9);
      assertThat(GradientCheckUtil.checkGradients(check)).as("variant %d", variant).isTrue();
    }
  }

  @Test
  void bothPrecisionsLearnTheSame() {
    INDArray mask = lengths(6, 2, 5);
    mask.putScalar(0, 2, 0);
    for (int variant = 0; variant < variants().size(); variant++) {
      ComputationGraph narrow = network(variant, 2, DataType.FLOAT, new Sgd(0.5));
      ComputationGraph wide = network(variant, 2, DataType.DOUBLE, new Sgd(0.5));
      wide.params().assign(narrow.params());
      INDArray input = gaussian(DataType.DOUBLE, WINDOWS, INPUTS, FRAMES);
      INDArray before = wide.params().dup();
      for (ComputationGraph network : List.of(narrow, wide)) {
        DataType type = network.getConfiguration().getDataType();
        INDArray own = mask.castTo(type);
        network.fit(new DataSet(input.castTo(type), labels(type), own, own));
      }
      INDArray learned = narrow.params().castTo(DataType.DOUBLE);
      assertThat(learned.equalsWithEps(wide.params(), 1e-5)).as("variant %d", variant).isTrue();
      assertThat(learned.equalsWithEps(before, 1e-2)).as("variant %d", variant).isFalse();
    }
  }

  @Test
  void masksHideWhatTheyCover() {
    INDArray mask = lengths(6, 4, 6).castTo(DataType.FLOAT);
    INDArray input = gaussian(DataType.FLOAT, WINDOWS, INPUTS, FRAMES);
    INDArray changed = input.dup();
    hidden(changed).assign(1000);
    for (int variant = 0; variant < variants().size(); variant++) {
      ComputationGraph network = network(variant, 1, DataType.FLOAT, new Sgd(0.5));
      ComputationGraph other = network.clone();
      network.setLayerMaskArrays(new INDArray[] {mask}, null);
      INDArray output = network.feedForward(changed, false).get(LAYER);
      network.clearLayerMaskArrays();
      assertThat(hidden(output).norm1Number().doubleValue()).isZero();
      assertThat(output.norm1Number().doubleValue()).isGreaterThan(0.1);
      network.fit(new DataSet(changed, labels(DataType.FLOAT), mask, mask));
      other.fit(new DataSet(input, labels(DataType.FLOAT), mask, mask));
      assertThat(network.params()).isEqualTo(other.params());
    }
  }

  private static INDArray hidden(INDArray sequence) {
    return sequence.get(
        NDArrayIndex.point(1), NDArrayIndex.all(), NDArrayIndex.interval(4, FRAMES));
  }

  @Test
  void stepsJoinToTheWholeSequence() {
    INDArray input = gaussian(DataType.FLOAT, WINDOWS, INPUTS, FRAMES);
    for (int variant = 0; variant < variants().size(); variant++) {
      ComputationGraph network = network(variant, 2, DataType.FLOAT, new NoOp());
      INDArray expected = network.outputSingle(input);
      for (int t = 0; t < FRAMES; t += 4) {
        int end = Math.min(FRAMES, t + 4);
        INDArray actual = network.rnnTimeStep(between(input, t, end).dup())[0];
        assertThat(actual.equalsWithEps(between(expected, t, end), 1e-5)).isTrue();
      }
    }
  }

  private static INDArray between(INDArray sequence, int first, int end) {
    return sequence.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(first, end));
  }

  @Test
  void savesAndLoads() throws IOException {
    INDArray input = gaussian(DataType.FLOAT, WINDOWS, INPUTS, FRAMES);
    for (int variant = 0; variant < variants().size(); variant++) {
      ComputationGraph network = network(variant, 2, DataType.FLOAT, new Sgd(0.5));
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      ModelSerializer.writeModel(network, file, true);
      ComputationGraph loaded =
          ModelSerializer.restoreComputationGraph(
              new ByteArrayInputStream(file.toByteArray()), true);
      assertThat(loaded.getConfiguration()).isEqualTo(network.getConfiguration());
      assertThat(loaded.outputSingle(input)).isEqualTo(network.outputSingle(input));
    }
  }

  @Test
  void variantsDifferAndSurviveJson() {
    List<ComputationGraphConfiguration> read =
        variants().stream()
            .map(layer -> configuration(List.of(layer), DataType.FLOAT, new NoOp()))
            .map(written -> ComputationGraphConfiguration.fromJson(written.toJson()))
            .toList();
    assertThat(read).doesNotHaveDuplicates();
  }

  @Test
  void refusesAnotherWidth() {
    ComputationGraph network = network(0, 1, DataType.FLOAT, new NoOp());
    INDArray wide = Nd4j.ones(DataType.FLOAT, 2, INPUTS + 1, FRAMES);
    assertThatThrownBy(() -> network.outputSingle(wide))
        .hasStackTraceContaining("expected a sequence [batch, 4, time]");
  }

  private ComputationGraph network(int variant, int layers, DataType type, IUpdater updater) {
    List<GatedRecurrent> stack =
        IntStream.range(0, layers).mapToObj(i -> variants().get(variant)).toList();
    ComputationGraph network = new ComputationGraph(configuration(stack, type, updater));
    network.init();
    for (INDArray parameter : network.paramTable().values()) {
      if (parameter.rank() == 1) { // biases and peepholes, which start at 0
        parameter.assign(gaussian(type, parameter.length()));
      }
    }
    return network;
  }

  private static ComputationGraphConfiguration configuration(
      List<GatedRecurrent> layers, DataType type, IUpdater updater) {
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(4)
            .dataType(type)
            .updater(updater)
            .graphBuilder()
            .addInputs("in");
    String below = "in";
    for (int i = 0; i < layers.size(); i++) {
      graph.addLayer("hidden" + i, layers.get(i), below);
      below = "hidden" + i;
    }
    return graph
        .addLayer(
            "out",
            new RnnOutputLayer.Builder(LossFunction.MCXENT)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build(),
            below)
        .setOutputs("out")
        .setInputTypes(InputType.recurrent(INPUTS))
        .build();
  }

  private static INDArray labels(DataType type) {
    INDArray labels = Nd4j.zeros(type, WINDOWS, CLASSES, FRAMES);
    for (int w = 0; w < WINDOWS; w++) {
      for (int t = 0; t < FRAMES; t++) {
        labels.putScalar(new int[] {w, (w + t) % CLASSES, t}, 1);
      }
    }
    return labels;
  }

  private INDArray gaussian(DataType type, long... shape) {
    INDArray values = Nd4j.create(DataType.DOUBLE, shape);
    for (long i = 0; i < values.length(); i++) {
      values.putScalar(i, random.nextGaussian());
    }
    return values.castTo(type);
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

  private static double[][][] values(INDArray sequence) {
    double[][][] values =
        new double[(int) sequence.size(0)][(int) sequence.size(1)][(int) sequence.size(2)];
    for (int w = 0; w < values.length; w++) {
      for (int n = 0; n < values[w].length; n++) {
        final int window = w;
        final int feature = n;
        Arrays.setAll(values[w][n], t -> sequence.getDouble(window, feature, t));
      }
    }
    return values;
  }

  /** sum over i of weights[i, column] values[i] */
  protected static double product(INDArray weights, double[] values, int column) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights.getDouble(i, column) * values[i];
    }
    return sum;
  }

  protected static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** The values of all features at one frame. */
  protected static double[] frame(double[][] window, int t) {
    return Arrays.stream(window).mapToDouble(feature -> feature[t]).toArray();
  }
}
