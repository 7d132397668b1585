package org.tonearm.model.network.inference;

import java.util.List;
import org.tonearm.model.network.HeadKind;

/**
 * The header of a {@link WeightsFile}: shapes and names. What the first version did not state is
 * what all its networks were.
 *
 * @param bytes length of the payload
 * @param crc32 its CRC-32
 */
record WeightsHeader(
    int windowFrames,
    NetworkWeights.Pooling pooling,
    List<LayerShape> layers,
    List<HeadShape> heads,
    int bytes,
    long crc32) {
  private static final int LONGEST_PAYLOAD = 1 << 30;
  private static final int LARGEST_SIDE = 1 << 20;

  /** Completes what the first version left out. */
  WeightsHeader {
    pooling = pooling == null ? NetworkWeights.Pooling.MEAN_MAX : pooling;
  }

  /** Kinds of layers. */
  enum Kind {
    INDRNN,
    LSTM
  }

  /**
   * One layer.
   *
   * @param coding of its matrices
   */
  record LayerShape(Kind kind, MatrixCoding coding, int inputs, int units) {
    /** Completes what the first version left out. */
    LayerShape {
      kind = kind == null ? Kind.INDRNN : kind;
      coding = coding == null ? MatrixCoding.HALF : coding;
    }

    /** An LSTM has megabytes of weights, each of which counts once: 8 bits serve. */
    static LayerShape of(NetworkWeights.Layer layer) {
      return layer instanceof NetworkWeights.Lstm
          ? new LayerShape(Kind.LSTM, MatrixCoding.BYTE, layer.inputs(), layer.units())
          : new LayerShape(Kind.INDRNN, MatrixCoding.HALF, layer.inputs(), layer.units());
    }

    private long bytes() {
      if (kind == Kind.INDRNN) {
        return coding.bytes(inputs, units) + 2L * Float.BYTES * units;
      }
      long columns = (long) NetworkWeights.Lstm.GATES * units;
      return coding.bytes(inputs, columns) + coding.bytes(units, columns) + Float.BYTES * columns;
    }

    private boolean isPlausible() {
      return isSide(inputs) && isSide(units);
    }
  }

  /** One head. */
  record HeadShape(String name, HeadKind kind, int inputs, int outputs) {
    private long bytes() {
      return MatrixCoding.HALF.bytes(inputs, outputs) + (long) Float.BYTES * outputs;
    }

    private boolean isPlausible() {
      return isSide(inputs) && isSide(outputs);
    }
  }

  /** The shapes of a network; length and checksum are 0. */
  static WeightsHeader of(NetworkWeights weights) {
    return new WeightsHeader(
        weights.windowFrames(),
        weights.pooling(),
        weights.layers().stream().map(LayerShape::of).toList(),
        weights.heads().stream()
            .map(h -> new HeadShape(h.name(), h.kind(), h.inputs(), h.outputs()))
            .toList(),
        0,
        0);
  }

  /** The same with a payload of that length and checksum. */
  WeightsHeader with(int length, long checksum) {
    return new WeightsHeader(windowFrames, pooling, layers, heads, length, checksum);
  }

  /** Bytes that the shapes ask for, or -1 if that is beyond all reason. */
  int payload() {
    long size =
        layers.stream().mapToLong(LayerShape::bytes).sum()
            + heads.stream().mapToLong(HeadShape::bytes).sum();
    return size > LONGEST_PAYLOAD ? -1 : (int) size;
  }

  /** Whether all is stated, and the shapes match the length. */
  boolean isPlausible() {
    return layers != null
        && heads != null
        && isSide(windowFrames)
        && layers.stream().allMatch(l -> l != null && l.isPlausible())
        && heads.stream().allMatch(h -> h != null && h.isPlausible())
        && payload() >= 0
        && payload() == bytes;
  }

  private static boolean isSide(int length) {
    return length >= 1 && length <= LARGEST_SIDE;
  }
}
