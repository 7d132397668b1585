package org.tonearm.model.network.paper;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Bai and Wang, "Music Classification with Neural Network", section 3.4 and figure 3: two LSTM
 * layers of 80 cells on 20 frames of 72 bands, a layer of 40 rectified units, and a softmax.
 *
 * <p>Said: the sizes, the softmax loss, 500 rounds (4.1). Ours: the dense layers hear the state
 * after the last frame (the figure shows one answer a piece); Adam at 1e-3 and its batch; a round
 * is an epoch; the track's label is the one that most pieces tell, as 3.5 counts votes but gives
 * its thresholds for 15 pieces of the other feature. A clip of 646 frames gives 32 pieces, where
 * the paper used 600 frames and 30. Section 2.2 may mean gates with peepholes; these have none.
 */
public final class BaiLstm implements PaperNetwork {
  private static final int CELLS = 80;
  private static final int HIDDEN = 40;
  private static final int FRAMES = 20;

  @Override
  public String id() {
    return "bai-lstm";
  }

  @Override
  public String source() {
    return "Bai and Wang, 3.4, Figure 3";
  }

  @Override
  public List<PaperFigure> figures() {
    return List.of(
        new PaperFigure("pieces, GTZAN, split not said", 55, "4.1"),
        new PaperFigure(
            "pieces, GTZAN, mean over genres of the table's diagonal", 35.9, "Table 1"));
  }

  @Override
  public PaperInput input() {
    return new PaperInput(PaperFeature.STFT_72, FRAMES, FRAMES, PaperInput.Shape.SEQUENCE);
  }

  @Override
  public Schedule schedule() {
    return new Schedule(new Adam(1e-3), 128, 500, 1);
  }

  @Override
  public Decision decision() {
    return new Decision.Majority();
  }

  @Override
  public ComputationGraph build(int dimensions, int classes, long seed) {
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(DataType.FLOAT)
                .updater(schedule().updater())
                .weightInit(WeightInit.XAVIER)
                .graphBuilder()
                .addInputs("frames")
                .addLayer("lstm0", lstm(), "frames")
                .addLayer("lstm1", new LastTimeStep(lstm()), "lstm0")
                .addLayer(
                    "dense",
                    new DenseLayer.Builder()
                        .nOut(HIDDEN)
                        .activation(Activation.RELU)
                        .weightInit(WeightInit.RELU)
                        .build(),
                    "lstm1")
                .addLayer(
                    "label",
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(classes)
                        .activation(Activation.SOFTMAX)
                        .build(),
                    "dense")
                .setOutputs("label")
                .setInputTypes(InputType.recurrent(dimensions, FRAMES))
                .build());
    network.init();
    return network;
  }

  private static LSTM lstm() {
    return new LSTM.Builder().nOut(CELLS).activation(Activation.TANH).build();
  }
}
