package org.tonearm.model.suite.fit;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.model.suite.piece.PieceCutter;

/**
 * One-hot labels of pieces, in the shape of a network's output.
 *
 * @param classes number of labels
 * @param frames frames of an output with a time axis; 0 for one label a piece
 */
public record PieceTargets(int classes, int frames) {

  /** Learns the shape from the output for one piece. */
  public static PieceTargets of(ComputationGraph graph, INDArray onePiece, int classes) {
    try (INDArray out = graph.outputSingle(onePiece)) {
      return new PieceTargets(classes, out.rank() == 3 ? (int) out.size(2) : 0);
    }
  }

  /** The labels of a batch: [batch, classes] or [batch, classes, frames]; the caller's own. */
  public INDArray array(List<PieceCutter.Piece> pieces) {
    int length = Math.max(1, frames);
    float[] values = new float[pieces.size() * classes * length];
    for (int i = 0; i < pieces.size(); i++) {
      int from = (i * classes + pieces.get(i).truth()) * length;
      Arrays.fill(values, from, from + length, 1f);
    }
    long[] shape =
        frames == 0
            ? new long[] {pieces.size(), classes}
            : new long[] {pieces.size(), classes, frames};
    return Nd4j.create(values, shape, 'c');
  }
}
