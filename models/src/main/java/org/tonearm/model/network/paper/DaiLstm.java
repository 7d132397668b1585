package org.tonearm.model.network.paper;

import java.util.List;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.tonearm.model.network.lstm.ProjectedLstm;

/**
 * The LSTM networks of Dai et al., 2.2 (equations 3 to 9) and 4.1: layers of cells with peepholes
 * (6 to 8), each projected (9), and a softmax at every frame.
 *
 * <p>Theirs: layers, cells (Table 3), rate 2e-5, momentum 0.8, batch 60, 50 epochs, factor 0.9,
 * majority of frames; "other parameters use the default values" of their toolkit (4.1). Ours:
 * gradients are summed over the batch's frames, without which that rate would hardly move; the
 * momentum is Nesterov's; examples are pieces of 54 frames (10 s), each of which begins with an
 * empty memory; the rate falls by the factor after each epoch, the first one included; Xavier's
 * weights, forget gates begin at a bias of 1; a training may end before its 50 epochs, see {@code
 * suite.fit.Stopping}.
 *
 * <p>Table 3 borrows the names of its toolkit's parameters, and there they mean something else. The
 * LSTM programs for Kaldi's nnet1 that bear these names go back 60 frames in 4 streams at once, 240
 * frames a step where ours are 3,240, let the network hear 5 frames more before it answers, apply
 * the factor from the third pass on, clip cells at 50, begin with small uniform weights and use
 * classical momentum. Which version the authors ran, and with which of that, they do not say; ours
 * is the plain reading of the table, and its step is some 13 times theirs.
 *
 * @param layers the layers, from the input on
 * @param figures the paper's figures
 */
public record DaiLstm(List<Layer> layers, List<PaperFigure> figures) implements PaperNetwork {

  /**
   * One LSTM layer.
   *
   * @param outputs values after the projection
   * @param cells memory cells before it
   */
  public record Layer(int outputs, int cells) {}

  private static final int PIECE = 54;

  /** Copies the lists. */
  public DaiLstm {
    layers = List.copyOf(layers);
    figures = List.copyOf(figures);
  }

  /** The four of Tables 2 to 4. */
  public static List<DaiLstm> all() {
    Layer small = new Layer(512, 800);
    Layer large = new Layer(1024, 1500);
    return List.of(
        of(List.of(small), 83.85, 87.52, 88.07, 89.71),
        of(List.of(large), 83.78, 87.65, 88.34, 88.07),
        of(List.of(small, small), 81.66, 86.28, 86.14, 88.48),
        of(List.of(large, large), 80.44, 82.99, 83.95, 86.42));
  }

  private static DaiLstm of(
      List<Layer> layers, double frames, double tracks, double segments, double fusion) {
    return new DaiLstm(
        layers,
        List.of(
            new PaperFigure("frames, ISMIR 2004", frames, "Table 2"),
            new PaperFigure("tracks, ISMIR 2004", tracks, "Table 2").asMark(),
            new PaperFigure("tracks by segment features and SVM, ISMIR 2004", segments, "Table 4"),
            new PaperFigure("tracks by fused features and SVM, ISMIR 2004", fusion, "Table 4")));
  }

  @Override
  public String id() {
    return layers.stream()
        .map(layer -> String.valueOf(layer.outputs()))
        .collect(Collectors.joining("-", "dai-lstm-", ""));
  }

  @Override
  public String source() {
    return "Dai et al., 2.2, equations 3 to 9, Table 3";
  }

  @Override
  public PaperInput input() {
    return new PaperInput(PaperFeature.SCATTERING, PIECE, PIECE, PaperInput.Shape.SEQUENCE);
  }

  @Override
  public Schedule schedule() {
    return new Schedule(new Nesterovs(2e-5, 0.8), 60, 50, 0.9);
  }

  @Override
  public Decision decision() {
    return new Decision.Majority();
  }

  @Override
  public ComputationGraph build(int dimensions, int classes, long seed) {
    return build(dimensions, classes, seed, DataType.FLOAT);
  }

  ComputationGraph build(int dimensions, int classes, long seed, DataType type) {
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .dataType(type)
            .updater(schedule().updater())
            .miniBatch(false)
            .weightInit(WeightInit.XAVIER)
            .graphBuilder()
            .addInputs("frames");
    String below = "frames";
    for (int i = 0; i < layers.size(); i++) {
      ProjectedLstm layer =
          new ProjectedLstm.Builder()
              .nOut(layers.get(i).outputs())
              .cells(layers.get(i).cells())
              .peepholes(true)
              .inputGradient(i > 0)
              .build();
      graph.addLayer("lstm" + i, layer, below);
      below = "lstm" + i;
    }
    graph.addLayer(
        "labels",
        new RnnOutputLayer.Builder(LossFunction.MCXENT)
            .nOut(classes)
            .activation(Activation.SOFTMAX)
            .build(),
        below);
    ComputationGraph network =
        new ComputationGraph(
            graph.setOutputs("labels").setInputTypes(InputType.recurrent(dimensions)).build());
    network.init();
    return network;
  }
}
