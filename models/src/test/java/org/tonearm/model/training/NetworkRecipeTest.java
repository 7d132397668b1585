package org.tonearm.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonearm.model.network.Cell;

class NetworkRecipeTest {
  /** Networks that were trained before there was a choice of cells are found again. */
  @Test
  void indRnnGoesWithoutSayingInTheKeyAndOtherCellsDoNot() {
    NetworkRecipe shipped = NetworkRecipe.SHIPPED;
    assertThat(shipped.key()).startsWith("NetworkRecipe[layers=5, width=256, dropout=0.5, window");
    assertThat(shipped.withCell(Cell.LSTM).key())
        .startsWith("NetworkRecipe[cell=lstm, layers=5, width=256");
    assertThat(shipped.withSize(256, 54)).isEqualTo(shipped);
    assertThat(shipped.withSize(128, 27).key()).contains("width=128", "Frames=27");
  }
}
