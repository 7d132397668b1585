package org.tonearm.model.suite.piece;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.network.paper.PaperInput;
import org.tonearm.model.statistics.Standardizer;

/**
 * Cuts clips into pieces as a {@link PaperInput} says and lays them out as its network's input.
 * Immutable, thread-safe.
 *
 * @param input length, hop and shape of pieces
 * @param standardizer of the frames
 */
public record PieceCutter(PaperInput input, Standardizer standardizer) {

  /**
   * One piece of a clip.
   *
   * @param frames the whole clip
   * @param index of the piece, 0 to {@link #count} - 1
   * @param truth index of the clip's label
   */
  public record Piece(Frames frames, int index, int truth) {}

  /** Pieces of a clip: whole ones, and one (padded) where it is shorter than that. */
  public int count(Frames frames) {
    return 1 + Math.max(0, frames.count() - input.pieceFrames()) / input.pieceHop();
  }

  /** Values a piece. */
  public int size() {
    return standardizer.mean().length * input.pieceFrames();
  }

  /**
   * The input of some pieces, shaped as {@link PaperInput.Shape} says; the caller's own, to be
   * closed after use.
   */
  public INDArray array(List<Piece> pieces) {
    float[] values = new float[Math.multiplyExact(pieces.size(), size())];
    for (int i = 0; i < pieces.size(); i++) {
      fill(pieces.get(i), values, i * size());
    }
    long n = pieces.size();
    long d = standardizer.mean().length;
    long t = input.pieceFrames();
    return switch (input.shape()) {
      case FRAME -> Nd4j.create(values, new long[] {n, d}, 'c');
      case SEQUENCE -> Nd4j.create(values, new long[] {n, d, t}, 'c');
      case IMAGE -> Nd4j.create(values, new long[] {n, 1, d, t}, 'c');
    };
  }

  /** One dimension after the other, each over time; a short clip ends on its last frame. */
  private void fill(Piece piece, float[] target, int offset) {
    Frames frames = piece.frames();
    float[] x = frames.values();
    float[] mean = standardizer.mean();
    float[] scale = standardizer.scale();
    int d = mean.length;
    int length = input.pieceFrames();
    int start = piece.index() * input.pieceHop();
    for (int t = 0; t < length; t++) {
      int row = Math.min(start + t, frames.count() - 1) * d;
      for (int j = 0; j < d; j++) {
        target[offset + j * length + t] = (x[row + j] - mean[j]) * scale[j];
      }
    }
  }
}
