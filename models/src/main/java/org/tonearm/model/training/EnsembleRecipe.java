package org.tonearm.model.training;

import org.tonearm.model.network.Cell;

/**
 * Networks of one kind, trained alike from different first weights and heard together.
 *
 * @param network how each is trained
 * @param count how many, at least one; their seeds are the training's seed and those after it
 */
public record EnsembleRecipe(NetworkRecipe network, int count) {
  /** As networks of a kind of cell are trained unless something else is asked for. */
  public static EnsembleRecipe of(Cell cell) {
    return switch (cell) {
      case INDRNN -> new EnsembleRecipe(NetworkRecipe.SHIPPED, 3);
      case LSTM -> new EnsembleRecipe(NetworkRecipe.SHIPPED.withCell(cell), 3);
      case GRU -> new EnsembleRecipe(NetworkRecipe.PICTURES, 1);
    };
  }

  /** Checks the count. */
  public EnsembleRecipe {
    if (count < 1) {
      throw new IllegalArgumentException("expected at least one network, got " + count);
    }
  }
}
