package org.tonearm.model.network.paper;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.tonearm.model.network.lstm.ProjectedLstm;

/**
 * Song, Ding and Wang, "Audio Classification Tasks Using Recurrent Neural Network" (MIREX 2018):
 * five layers of 512 LSTM cells without peepholes (section 3, equation 1; section 5) on scattering
 * frames, dropout between layers, softmax.
 *
 * <p>Section 5 says "dropout 0.75" and a learning rate of 1e-5. Ours: 0.75 is the share kept, as
 * the TensorFlow of its day had it; the optimiser (Adam) and its batch; windows of 54 frames (ten
 * seconds) with their log-probabilities added, where the paper tells of no windows; the softmax on
 * the mean of the last layer's states; at most 100 epochs; a forget gate's bias of 1.
 */
public final class SongLstm implements PaperNetwork {
  private static final int LAYERS = 5;
  private static final int WIDTH = 512;
  private static final double RETAINED = 0.75;
  private static final int WINDOW = 54;

  @Override
  public String id() {
    return "song-lstm";
  }

  @Override
  public String source() {
    return "Song et al., 3 and 5, equation 1";
  }

  @Override
  public List<PaperFigure> figures() {
    return List.of();
  }

  @Override
  public PaperInput input() {
    return new PaperInput(PaperFeature.SCATTERING, WINDOW, WINDOW, PaperInput.Shape.SEQUENCE);
  }

  @Override
  public Schedule schedule() {
    return new Schedule(new Adam(1e-5), 32, 100, 1);
  }

  @Override
  public Decision decision() {
    return new Decision.MeanOfLogs();
  }

  @Override
  public ComputationGraph build(int dimensions, int classes, long seed) {
    SequenceStack stack = new SequenceStack(LAYERS, RETAINED, WeightInit.XAVIER);
    return stack.build(
        index -> lstm(WIDTH, stack.retainBefore(index)),
        dimensions,
        classes,
        schedule().updater(),
        DataType.FLOAT,
        seed);
  }

  /** One layer of equation 1; the only place that knows which implementation serves. */
  static Layer lstm(int width, double retained) {
    return new ProjectedLstm.Builder().nOut(width).dropOut(retained).build();
  }
}
