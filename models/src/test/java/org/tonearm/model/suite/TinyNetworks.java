package org.tonearm.model.suite;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.tonearm.model.network.paper.Decision;
import org.tonearm.model.network.paper.PaperFeature;
import org.tonearm.model.network.paper.PaperFigure;
import org.tonearm.model.network.paper.PaperInput;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.network.paper.Schedule;

/** One network of each shape of input, small enough to learn within a second. */
final class TinyNetworks {
  private static final Schedule SCHEDULE = new Schedule(new Adam(0.02), 8, 7, 0.9);

  private TinyNetworks() {}

  static List<PaperNetwork> all() {
    return List.of(
        new Tiny(
            "tiny-dnn",
            new PaperInput(PaperFeature.SCATTERING, 1, 1, PaperInput.Shape.FRAME),
            new Decision.Majority()),
        new Tiny(
            "dai-lstm-512",
            new PaperInput(PaperFeature.SCATTERING, 8, 8, PaperInput.Shape.SEQUENCE),
            new Decision.MeanOfLogs()),
        new Tiny(
            "tiny-cnn",
            new PaperInput(PaperFeature.MEL, 6, 6, PaperInput.Shape.IMAGE),
            new Decision.Threshold(9, 10)));
  }

  /** Three networks of one training, by how many votes they ask for. */
  static List<PaperNetwork> voting() {
    PaperInput input = new PaperInput(PaperFeature.MEL, 6, 6, PaperInput.Shape.IMAGE);
    return List.of(
        new Tiny("tiny-cnn", "tiny-cnn", input, new Decision.Majority()),
        new Tiny("tiny-cnn-all", "tiny-cnn", input, new Decision.Threshold(11, 10)),
        new Tiny("tiny-cnn-any", "tiny-cnn", input, new Decision.Threshold(1, 100)));
  }

  private record Tiny(String id, String trainedAs, PaperInput input, Decision decision)
      implements PaperNetwork {
    Tiny(String id, PaperInput input, Decision decision) {
      this(id, id, input, decision);
    }

    @Override
    public String source() {
      return "a test";
    }

    @Override
    public List<PaperFigure> figures() {
      return List.of(new PaperFigure("tracks, GTZAN", 50, "Table 1"));
    }

    @Override
    public Schedule schedule() {
      return SCHEDULE;
    }

    @Override
    public ComputationGraph build(int dimensions, int classes, long seed) {
      GraphBuilder graph =
          new NeuralNetConfiguration.Builder()
              .seed(seed)
              .updater(SCHEDULE.updater())
              .graphBuilder()
              .addInputs("in");
      int frames = input.pieceFrames();
      switch (input.shape()) {
        case FRAME ->
            graph
                .addLayer("a", new DenseLayer.Builder().nOut(6).dropOut(0.9).build(), "in")
                .addLayer("out", output(classes), "a")
                .setInputTypes(InputType.feedForward(dimensions));
        case SEQUENCE ->
            graph
                .addLayer("a", new LSTM.Builder().nOut(6).build(), "in")
                .addLayer(
                    "out",
                    new RnnOutputLayer.Builder()
                        .nOut(classes)
                        .activation(Activation.SOFTMAX)
                        .build(),
                    "a")
                .setInputTypes(InputType.recurrent(dimensions, frames));
        case IMAGE ->
            graph
                .addLayer("a", new ConvolutionLayer.Builder(4, 3).nOut(6).build(), "in")
                .addLayer("b", new GlobalPoolingLayer(), "a")
                .addLayer("out", output(classes), "b")
                .setInputTypes(InputType.convolutional(dimensions, frames, 1));
      }
      ComputationGraph network = new ComputationGraph(graph.setOutputs("out").build());
      network.init();
      return network;
    }

    private static OutputLayer output(int classes) {
      return new OutputLayer.Builder().nOut(classes).activation(Activation.SOFTMAX).build();
    }
  }
}
