package org.tonearm.model.network.paper;

import java.util.List;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The deep neural networks on single frames that Dai et al., 3.2, compare their LSTM with: sigmoid
 * layers, softmax, cross-entropy, no dropout.
 *
 * <p>Theirs: layers, rate 8e-6, 100 epochs, majority of frames. Ours: Adam in batches of 256
 * frames, and Xavier's initialisation. Their toolkit descends plainly on gradients summed over a
 * batch, a rate of 0.002 on means; so a DNN and an LSTM of ours differ in their optimisers too. A
 * training may end before its 100 epochs: see {@code suite.fit.Stopping}.
 *
 * @param hidden units of each hidden layer, from the input on
 * @param framePercent the paper's share of frames, in percent
 * @param trackPercent the paper's share of tracks, in percent
 */
public record DaiDnn(List<Integer> hidden, double framePercent, double trackPercent)
    implements PaperNetwork {

  /** Copies the list. */
  public DaiDnn {
    hidden = List.copyOf(hidden);
  }

  /** The two of Table 2. */
  public static List<DaiDnn> all() {
    return List.of(
        new DaiDnn(List.of(1024), 75.92, 85.32), new DaiDnn(List.of(1024, 1024), 76.35, 84.35));
  }

  @Override
  public String id() {
    return "dai-dnn-" + hidden.stream().map(String::valueOf).collect(Collectors.joining("-"));
  }

  @Override
  public String source() {
    return "Dai et al., 3.2, Table 2";
  }

  @Override
  public List<PaperFigure> figures() {
    return List.of(
        new PaperFigure("frames, ISMIR 2004", framePercent, "Table 2"),
        new PaperFigure("tracks, ISMIR 2004", trackPercent, "Table 2").asMark());
  }

  @Override
  public PaperInput input() {
    return new PaperInput(PaperFeature.SCATTERING, 1, 1, PaperInput.Shape.FRAME);
  }

  @Override
  public Schedule schedule() {
    return new Schedule(new Adam(8e-6), 256, 100, 1);
  }

  @Override
  public Decision decision() {
    return new Decision.Majority();
  }

  @Override
  public ComputationGraph build(int dimensions, int classes, long seed) {
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(schedule().updater())
            .weightInit(WeightInit.XAVIER)
            .graphBuilder()
            .addInputs("frame");
    String below = "frame";
    for (int i = 0; i < hidden.size(); i++) {
      graph.addLayer(
          "hidden" + i,
          new DenseLayer.Builder().nOut(hidden.get(i)).activation(Activation.SIGMOID).build(),
          below);
      below = "hidden" + i;
    }
    graph.addLayer(
        "labels",
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nOut(classes)
            .activation(Activation.SOFTMAX)
            .build(),
        below);
    ComputationGraph network =
        new ComputationGraph(
            graph.setOutputs("labels").setInputTypes(InputType.feedForward(dimensions)).build());
    network.init();
    return network;
  }
}
