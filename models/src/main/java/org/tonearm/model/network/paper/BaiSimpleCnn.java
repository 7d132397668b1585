package org.tonearm.model.network.paper;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Bai and Wang, section 3.3.2: two convolutions and two fully connected layers.
 *
 * <p>No sizes are said. Ours: 16 and 32 maps of 5 x 5, each with ReLU and maxima of 2 x 2 (as in
 * 3.3.3), 64 hidden units; Adam at 1e-4, batches of 64, at most 50 epochs; the vote of half the
 * pieces (3.5). The paper states no figure, only that it performs poorly.
 */
public final class BaiSimpleCnn implements PaperNetwork {

  @Override
  public String id() {
    return "bai-simple-cnn";
  }

  @Override
  public String source() {
    return "Bai and Wang, 3.3.2";
  }

  @Override
  public List<PaperFigure> figures() {
    return List.of();
  }

  @Override
  public PaperInput input() {
    return BaiPieces.input();
  }

  @Override
  public Schedule schedule() {
    return new Schedule(new Adam(1e-4), 64, 50, 1);
  }

  @Override
  public Decision decision() {
    return BaiPieces.half();
  }

  @Override
  public ComputationGraph build(int dimensions, int classes, long seed) {
    return new PictureStack(
            dimensions, BaiPieces.FRAMES, schedule().updater(), DataType.FLOAT, seed)
        .convolution(5, 16)
        .pool()
        .convolution(5, 32)
        .pool()
        .dense(64)
        .classes(classes, 0);
  }
}
