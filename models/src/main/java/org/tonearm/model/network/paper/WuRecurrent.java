package org.tonearm.model.network.paper;

import java.util.List;
import org.nd4j.linalg.learning.config.Adam;

/**
 * What the three networks of Wu et al., "Music Genre Classification Using Independent Recurrent
 * Neural Network", have in common (section III): input, training and decision.
 *
 * <p>Said: five layers, dropout 0.5, a learning rate of 1e-5, scattering at 16 kHz, a curve that is
 * stable after 75 epochs (figure 4). Ours: 512 units as in Song et al.; Adam and its batch; windows
 * of 54 frames with their log-probabilities added, as the paper does not say what the network hears
 * at a time; the softmax on the mean of the last layer's states; at most 100 epochs, and an end by
 * the validation loss where the paper waits for a stable accuracy.
 */
abstract sealed class WuRecurrent implements PaperNetwork permits WuIndRnn, WuLstm, WuRnn {
  static final int LAYERS = 5;
  static final int WIDTH = 512;
  static final double RETAINED = 0.5;
  static final int WINDOW = 54;

  private final String id;
  private final String source;
  private final double percent;
  private final double seconds;

  WuRecurrent(String id, String source, double percent, double seconds) {
    this.id = id;
    this.source = source;
    this.percent = percent;
    this.seconds = seconds;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String source() {
    return source;
  }

  @Override
  public final List<PaperFigure> figures() {
    String what = "clips, GTZAN, ten folds by shuffled clips, " + seconds + " s an iteration";
    return List.of(new PaperFigure(what, percent, "Figure 5").asMark());
  }

  @Override
  public final PaperInput input() {
    return new PaperInput(PaperFeature.SCATTERING_16K, WINDOW, WINDOW, PaperInput.Shape.SEQUENCE);
  }

  @Override
  public final Schedule schedule() {
    return new Schedule(new Adam(1e-5), 32, 100, 1);
  }

  @Override
  public final Decision decision() {
    return new Decision.MeanOfLogs();
  }
}
