package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.network.Cell;
import org.tonearm.model.training.EnsembleRecipe;
import picocli.CommandLine;

class NetworkOptionsTest {

  private static List<EnsembleRecipe> recipes(String... options) throws ConfigurationException {
    NetworkOptions asked = new NetworkOptions();
    new CommandLine(asked).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(options);
    return asked.recipes();
  }

  @Test
  void whatShipsIsTrainedUnlessAskedOtherwise() throws Exception {
    assertThat(recipes()).containsExactly(EnsembleRecipe.of(Cell.INDRNN));
  }

  @Test
  void severalKindsAreTrainedInTheirOrder() throws Exception {
    List<EnsembleRecipe> kinds =
        recipes("--cell", "indrnn,gru", "--networks", "2", "--epochs", "4");
    assertThat(kinds)
        .extracting(kind -> kind.network().cell())
        .containsExactly(Cell.INDRNN, Cell.GRU);
    assertThat(kinds)
        .allSatisfy(
            kind -> {
              assertThat(kind.count()).isEqualTo(2);
              assertThat(kind.network().epochs()).isEqualTo(4);
            });
  }

  @ParameterizedTest
  @CsvSource({"indrnn, 3", "lstm, 3", "gru, 1"})
  void oneKindAloneIsTrainedAsItShipsOrOtherwise(String cell, int count) throws Exception {
    EnsembleRecipe alone = recipes("--cell", cell).get(0);
    assertThat(alone.network().cell()).hasToString(cell);
    assertThat(alone.count()).isEqualTo(count);
    EnsembleRecipe other = recipes("--cell", cell, "--width", "128", "--window", "27").get(0);
    assertThat(other.network()).isEqualTo(alone.network().withSize(128, 27));
  }

  @ParameterizedTest
  @CsvSource({
    "'--cell indrnn,gru --width 128', --width",
    "'--cell indrnn,gru --window 27', --window",
    "'--cell gru,gru', together",
    "'--cell indrnn,lstm', together",
    "'--cell indrnn,gru,lstm', together",
    "'--cell gru --window 1001', --window",
    "'--cell indrnn,gru --networks 50', 99 networks",
    "--networks 100, --networks",
    "--epochs 0, --epochs"
  })
  void whatCannotBeTrainedIsRefused(String options, String named) {
    assertThatThrownBy(() -> recipes(options.split(" ")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(named);
  }
}
