package org.tonearm.model.network.paper;

/**
 * What a network hears.
 *
 * @param feature kind of frames
 * @param pieceFrames frames of one training example; a clip is cut into such pieces, the last one
 *     dropped or, where a clip is shorter than one piece, padded with its last frame
 * @param pieceHop frames from the beginning of one piece to the next
 * @param shape how a piece is given to the network
 */
public record PaperInput(PaperFeature feature, int pieceFrames, int pieceHop, Shape shape) {

  /** Layouts of an input array. */
  public enum Shape {
    /** One frame: [batch, dimensions]. */
    FRAME,
    /** A sequence of frames: [batch, dimensions, frames]. */
    SEQUENCE,
    /** A picture of one channel: [batch, 1, dimensions, frames]. */
    IMAGE
  }

  /** Checks the ranges. */
  public PaperInput {
    if (pieceFrames < 1 || pieceHop < 1 || (shape == Shape.FRAME && pieceFrames != 1)) {
      throw new IllegalArgumentException(
          "expected at least 1 frame a piece and hop, and exactly 1 frame a piece for frames");
    }
  }
}
