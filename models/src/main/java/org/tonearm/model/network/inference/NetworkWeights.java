package org.tonearm.model.network.inference;

import java.util.List;
import org.tonearm.model.network.HeadKind;

/**
 * A trained network reduced to what listening needs: normalisation is folded into the weights.
 *
 * @param windowFrames frames of a full window
 * @param layers convolutions, if any, then the recurrent layers, input first; at least one
 * @param pooling how the last layer's states become the embedding
 * @param heads the output layers on the embedding
 */
public record NetworkWeights(
    int windowFrames, List<Layer> layers, Pooling pooling, List<Output> heads) {

  /** Values of a layer over a window, beyond which no network goes: half a gibibyte. */
  private static final long MOST_ROOM = 1 << 27;

  /** How the states of a window's frames become one vector. */
  public enum Pooling {
    /** Their means, then their maxima. */
    MEAN_MAX(2),
    /** Their means. */
    MEAN(1);

    private final int perUnit;

    Pooling(int perUnit) {
      this.perUnit = perUnit;
    }

    /** Values of the vector for each unit. */
    public int perUnit() {
      return perUnit;
    }
  }

  /** Copies the lists and checks that the shapes fit together. */
  public NetworkWeights {
    layers = List.copyOf(layers);
    heads = List.copyOf(heads);
    if (windowFrames < 1 || layers.isEmpty()) {
      throw new IllegalArgumentException("expected at least one frame and one layer");
    }
    for (int i = 1; i < layers.size(); i++) {
      if (layers.get(i).inputs() != layers.get(i - 1).units()) {
        throw new IllegalArgumentException(
            "layer " + i + ": expected " + layers.get(i - 1).units() + " inputs");
      }
      if (layers.get(i) instanceof ConvolutionWeights upper
          && (upper.steps() > 1 || !(layers.get(i - 1) instanceof ConvolutionWeights))) {
        throw new IllegalArgumentException(
            "layer " + i + ": expected convolutions below all others, the first on the frames");
      }
    }
    if (room(windowFrames, layers) > MOST_ROOM) {
      throw new IllegalArgumentException("expected windows and layers that fit into memory");
    }
    int embedding = pooling.perUnit() * layers.get(layers.size() - 1).units();
    for (Output head : heads) {
      if (head.inputs() != embedding) {
        throw new IllegalArgumentException(
            "head " + head.name() + ": expected " + embedding + " inputs, got " + head.inputs());
      }
    }
  }

  /** The most values that a layer takes, works on or gives over a window. */
  private static long room(int windowFrames, List<Layer> layers) {
    long most = 0;
    long rows = windowFrames;
    for (Layer layer : layers) {
      most = Math.max(most, rows * Math.max(layer.inputs(), layer.room()));
      rows = Math.min(MOST_ROOM, layer.rows(rows));
      most = Math.max(most, rows * layer.units());
    }
    return most;
  }

  /** With means and maxima. */
  public NetworkWeights(int windowFrames, List<? extends Layer> layers, List<Output> heads) {
    this(windowFrames, List.copyOf(layers), Pooling.MEAN_MAX, heads);
  }

  /** Features a frame. */
  public int inputs() {
    return layers.get(0).inputs();
  }

  /** Values of the embedding. */
  public int embedding() {
    return pooling.perUnit() * layers.get(layers.size() - 1).units();
  }

  /** Whether its first layer is a convolution. */
  public boolean hasConvolutions() {
    return layers.get(0) instanceof ConvolutionWeights;
  }

  /** Number of all weights. */
  public long parameters() {
    return layers.stream().mapToLong(Layer::parameters).sum()
        + heads.stream().mapToLong(h -> h.weights().length + (long) h.bias().length).sum();
  }

  /** A layer below the heads. */
  public sealed interface Layer permits Recurrent, Lstm, GruWeights, ConvolutionWeights {

    /** Values a row that it takes: of a frame, or of what the layer below made of one. */
    int inputs();

    /** Values a row that it gives. */
    int units();

    /** Rows that it gives for so many. */
    default long rows(long rows) {
      return rows;
    }

    /** Values a row that it works on. */
    default long room() {
      return columns();
    }

    /** The matrix on its inputs, input by input: inputs x {@link #columns()}. */
    float[] weights();

    /** What acts on its own states of the frame before: a vector or matrices, or nothing. */
    float[] recurrent();

    /** What is added. */
    float[] bias();

    /** Columns of the matrix on its inputs. */
    default int columns() {
      return weights().length / inputs();
    }

    /** Number of its weights. */
    long parameters();
  }

  /**
   * One IndRNN layer: h_t = max(0, W x_t + u * h_(t-1) + b). The arrays are held, not copied;
   * nobody may change them.
   *
   * @param weights W, input by input: inputs x units
   * @param recurrent u, one a unit
   * @param bias b, one a unit
   */
  @SuppressWarnings("ArrayRecordComponent") // megabytes; ownership is stated
  public record Recurrent(int inputs, int units, float[] weights, float[] recurrent, float[] bias)
      implements Layer {
    /** Checks the lengths. */
    public Recurrent {
      if (inputs < 1
          || units < 1
          || weights.length != inputs * units
          || recurrent.length != units
          || bias.length != units) {
        throw new IllegalArgumentException("the arrays' lengths do not fit the layer's shape");
      }
    }

    @Override
    public long parameters() {
      return weights.length + 2L * units;
    }
  }

  /**
   * One LSTM layer without peepholes (Song et al., "Audio Classification Tasks Using Recurrent
   * Neural Network", equation 1): z_t = W x_t + R h_(t-1) + b, c_t = s(f) * c_(t-1) + s(i) *
   * tanh(g), h_t = s(o) * tanh(c_t), with the gates i, f, o, g side by side in z and s the sigmoid.
   * The arrays are held, not copied; nobody may change them.
   *
   * @param weights W, input by input: inputs x (4 x units), the gates in the order input, forget,
   *     output, candidate
   * @param recurrent R, unit by unit: units x (4 x units), in the same order
   * @param bias b, 4 x units, in the same order
   */
  @SuppressWarnings("ArrayRecordComponent") // megabytes; ownership is stated
  public record Lstm(int inputs, int units, float[] weights, float[] recurrent, float[] bias)
      implements Layer {
    /** Gates of a unit, the candidate among them. */
    public static final int GATES = 4;

    /** Checks the lengths. */
    public Lstm {
      if (inputs < 1
          || units < 1
          || weights.length != inputs * GATES * units
          || recurrent.length != units * GATES * units
          || bias.length != GATES * units) {
        throw new IllegalArgumentException("the arrays' lengths do not fit the layer's shape");
      }
    }

    @Override
    public long parameters() {
      return (long) weights.length + recurrent.length + bias.length;
    }
  }

  /**
   * One output layer; its arrays are held, not copied, and nobody may change them.
   *
   * @param weights embedding value by embedding value: inputs x outputs
   * @param bias one an output
   */
  @SuppressWarnings("ArrayRecordComponent") // ownership is stated
  public record Output(
      String name, HeadKind kind, int inputs, int outputs, float[] weights, float[] bias) {
    /** Checks the lengths. */
    public Output {
      if (inputs < 1
          || outputs < 1
          || weights.length != inputs * outputs
          || bias.length != outputs) {
        throw new IllegalArgumentException("the arrays' lengths do not fit the head's shape");
      }
    }
  }
}
