package org.tonearm.model.network.convolution;

import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A step of learning from 16 pictures of 33 x 166, as Bai and Wang have them, by two convolutions
 * of 5 x 5 with normalisation and maxima: by these layers, and by those of Deeplearning4j.
 *
 * <pre>
 * OMP_NUM_THREADS=1 mvn -q -pl models -P jmh test-compile exec:exec -Dbenchmark=Convolution
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class ConvolutionBenchmark {
  private static final int PICTURES = 16;
  private static final int BANDS = 33;
  private static final int FRAMES = 166;
  private static final int MAPS = 32;
  private static final int CLASSES = 10;

  /** Whose layers. */
  @Param({"own", "deeplearning4j"})
  public String layers;

  private ComputationGraph network;
  private INDArray[] pictures;
  private INDArray[] labels;

  /** Makes the network and its pictures. */
  @Setup
  public void compose() {
    Nd4j.getRandom().setSeed(1);
    pictures = new INDArray[] {Nd4j.randn(DataType.FLOAT, PICTURES, 1, BANDS, FRAMES)};
    labels = new INDArray[] {Nd4j.zeros(DataType.FLOAT, PICTURES, CLASSES)};
    for (int i = 0; i < PICTURES; i++) {
      labels[0].putScalar(i, i % CLASSES, 1);
    }
    network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Sgd(1e-3))
                .weightInit(WeightInit.RELU)
                .convolutionMode(ConvolutionMode.Same)
                .graphBuilder()
                .addInputs("picture")
                .addLayer("lower", convolution(), "picture")
                .addLayer("norm", normalisation(), "lower")
                .addLayer("pool", pooling(), "norm")
                .addLayer("upper", convolution(), "pool")
                .addLayer("top", pooling(), "upper")
                .addLayer(
                    "label",
                    new OutputLayer.Builder().nOut(CLASSES).activation(Activation.SOFTMAX).build(),
                    "top")
                .setOutputs("label")
                .setInputTypes(InputType.convolutional(BANDS, FRAMES, 1))
                .build());
    network.init();
  }

  private boolean own() {
    return layers.equals("own");
  }

  private Layer convolution() {
    return own()
        ? new Convolution.Builder(5).nOut(MAPS).activation(Activation.RELU).build()
        : new org.deeplearning4j.nn.conf.layers.ConvolutionLayer.Builder(5, 5)
            .nOut(MAPS)
            .activation(Activation.RELU)
            .build();
  }

  private Layer normalisation() {
    return own() ? new MapNormalisation() : new BatchNormalization();
  }

  private Layer pooling() {
    int[] block = {2, 2};
    return own() ? new MaxPooling(2, 2) : new SubsamplingLayer.Builder(block, block).build();
  }

  /** One step. */
  @Benchmark
  public double learn() {
    network.fit(pictures, labels);
    return network.score();
  }
}
