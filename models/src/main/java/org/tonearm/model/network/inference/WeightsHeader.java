package org.tonearm.model.network.inference;

import com.fasterxml.jackson.annotation.JsonInclude;
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
    LSTM,
    GRU,
    CONVOLUTION
  }

  /**
   * One layer.
   *
   * @param coding of its matrices
   * @param steps of a row that a convolution takes; 0 for other kinds
   * @param bands of a step, likewise
   */
  record LayerShape(
      Kind kind,
      MatrixCoding coding,
      int inputs,
      int units,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int steps,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int bands) {
    /** Completes what the first version left out. */
    LayerShape {
      kind = kind == null ? Kind.INDRNN : kind;
      coding = coding == null ? MatrixCoding.HALF : coding;
    }

    private LayerShape(Kind kind, MatrixCoding coding, NetworkWeights.Layer layer) {
      this(kind, coding, layer.inputs(), layer.units(), 0, 0);
    }

    /** An LSTM has megabytes of weights, each of which counts once: 8 bits serve. */
    static LayerShape of(NetworkWeights.Layer layer) {
      if (layer instanceof NetworkWeights.Lstm) {
        return new LayerShape(Kind.LSTM, MatrixCoding.BYTE, layer);
      }
      if (layer instanceof GruWeights) {
        return new LayerShape(Kind.GRU, MatrixCoding.HALF, layer);
      }
      if (layer instanceof ConvolutionWeights c) {
        return new LayerShape(
            Kind.CONVOLUTION, MatrixCoding.HALF, c.inputs(), c.units(), c.steps(), c.bands());
      }
      return new LayerShape(Kind.INDRNN, MatrixCoding.HALF, layer);
    }

    /** Channels of a band that a convolution takes. */
    int channels() {
      return inputs / (steps * bands);
    }

    /** Channels of a band that it gives. */
    int maps() {
      return units / ConvolutionWeights.halved(bands);
    }

    /** Units each way of a GRU layer. */
    int width() {
      return units / GruWeights.WAYS;
    }

    private long bytes() {
      return switch (kind) {
        case INDRNN -> coding.bytes(inputs, units) + 2L * Float.BYTES * units;
        case LSTM -> {
          long columns = (long) NetworkWeights.Lstm.GATES * units;
          yield coding.bytes(inputs, columns)
              + coding.bytes(units, columns)
              + Float.BYTES * columns;
        }
        case GRU -> {
          long columns = (long) GruWeights.GATES * units;
          yield coding.bytes(inputs, columns)
              + coding.bytes(units, columns / GruWeights.WAYS)
              + Float.BYTES * (columns + units);
        }
        case CONVOLUTION -> {
          long taps = (long) ConvolutionWeights.SIDE * ConvolutionWeights.SIDE * channels();
          yield coding.bytes(taps, maps()) + (long) Float.BYTES * maps();
        }
      };
    }

    private boolean isPlausible() {
      return isSide(inputs)
          && isSide(units)
          && switch (kind) {
            case INDRNN, LSTM -> true;
            case GRU -> units % GruWeights.WAYS == 0;
            case CONVOLUTION ->
                isSide(steps)
                    && isSide(bands)
                    && inputs % ((long) steps * bands) == 0
                    && units % ConvolutionWeights.halved(bands) == 0;
          };
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

  /** The first version of the format that knows all its kinds of layers. */
  int version() {
    boolean pictures =
        layers.stream().anyMatch(l -> l.kind() == Kind.GRU || l.kind() == Kind.CONVOLUTION);
    return pictures ? WeightsFile.WITH_CONVOLUTIONS : WeightsFile.WITH_LSTM;
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
