package org.tonearm.model.network;

/** What a head's outputs mean, with its loss. */
public enum HeadKind {
  /** One of several labels; cross-entropy against probabilities that sum to 1. */
  SOFTMAX,
  /** Each label by itself; binary cross-entropy against values from 0 to 1. */
  SIGMOID,
  /** Quantities; mean squared error. */
  IDENTITY_MSE
}
