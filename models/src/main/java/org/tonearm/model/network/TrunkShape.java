package org.tonearm.model.network;

import java.util.Optional;
import org.tonearm.model.network.indrnn.RecurrentWeightBound;

/**
 * The part of a network that all its heads share: a stack of recurrent layers, with GRU layers on
 * convolutions.
 *
 * @param cell what the layers are made of
 * @param inputs features a frame
 * @param layers recurrent layers
 * @param width units a layer; of a GRU layer, units each way
 * @param dropout share, 0 to below 1, of the embedding dropped while training; without
 *     normalisation also of an IndRNN layer's inputs (the first layer's excepted), drawn once for
 *     all frames of a window. Dropout before a normalisation would shift the moments it runs on
 *     later.
 * @param windowFrames frames of a full window, which bounds the recurrent weights of IndRNN units
 * @param normalise whether the embedding is normalised, and each IndRNN layer's projection
 * @param convolutions below {@link Cell#GRU} layers, which need them; others have none
 */
public record TrunkShape(
    Cell cell,
    int inputs,
    int layers,
    int width,
    double dropout,
    int windowFrames,
    boolean normalise,
    Optional<Convolutions> convolutions) {

  /** Checks the ranges. */
  public TrunkShape {
    if (convolutions.isPresent() != (cell == Cell.GRU)
        || convolutions.stream().anyMatch(c -> c.inputs() != inputs)) {
      throw new IllegalArgumentException(
          "expected convolutions of " + inputs + " values a frame with GRU layers alone");
    }
    if (inputs < 1 || layers < 1 || width < 1 || windowFrames < 1) {
      throw new IllegalArgumentException("expected at least 1 of inputs, layers, width and frames");
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("expected a dropout from 0 to below 1, got " + dropout);
    }
  }

  /** A trunk without convolutions. */
  public TrunkShape(
      Cell cell,
      int inputs,
      int layers,
      int width,
      double dropout,
      int windowFrames,
      boolean normalise) {
    this(cell, inputs, layers, width, dropout, windowFrames, normalise, Optional.empty());
  }

  /** The largest magnitude of a recurrent weight. */
  public double recurrentBound() {
    return RecurrentWeightBound.forWindow(windowFrames);
  }
}
