package org.tonearm.model.network.inference;

import java.util.List;
import org.tonearm.model.network.HeadKind;

/**
 * A trained network reduced to what listening needs: normalisation is folded into the weights.
 *
 * @param windowFrames frames of a full window
 * @param layers the recurrent layers, input first; at least one
 * @param heads the output layers on the embedding
 */
public record NetworkWeights(int windowFrames, List<Recurrent> layers, List<Output> heads) {

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
    }
    int embedding = 2 * layers.get(layers.size() - 1).units();
    for (Output head : heads) {
      if (head.inputs() != embedding) {
        throw new IllegalArgumentException(
            "head " + head.name() + ": expected " + embedding + " inputs, got " + head.inputs());
      }
    }
  }

  /** Features a frame. */
  public int inputs() {
    return layers.get(0).inputs();
  }

  /** Values of the embedding: means over time, then maxima. */
  public int embedding() {
    return 2 * layers.get(layers.size() - 1).units();
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
  public record Recurrent(int inputs, int units, float[] weights, float[] recurrent, float[] bias) {
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
