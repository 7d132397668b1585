package org.tonearm.model.classifier;

/** A model whose trunk can carry another head. */
@FunctionalInterface
public interface TrunkSource {

  /** The trunk; it stays good when the model is closed. */
  Trunk trunk();
}
