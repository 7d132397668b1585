package org.tonearm.model.network.paper;

/**
 * How Bai and Wang cut and vote (sections 3.2.1 and 3.5): 15 pieces of 33 x 166 a clip of 30
 * seconds. Ours: pieces touch, which makes 15 of 2584 frames.
 */
final class BaiPieces {
  static final int FRAMES = 166;
  static final int PIECES = 15;

  private BaiPieces() {}

  static PaperInput input() {
    return new PaperInput(PaperFeature.STFT_33, FRAMES, FRAMES, PaperInput.Shape.IMAGE);
  }

  /** "Half of" the pieces (3.5): 8 of 15, 3 of 6. */
  static Decision half() {
    return new Decision.Threshold(1, 2);
  }
}
