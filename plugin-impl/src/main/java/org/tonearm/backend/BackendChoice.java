package org.tonearm.backend;

/** Where features are to be computed. */
public enum BackendChoice {
  /** On a card if one can be used, else on the processor. */
  AUTO,
  /** On the processor; no card is looked for. */
  CPU,
  /** On a card; where that can't be, nothing is heard. */
  CUDA
}
