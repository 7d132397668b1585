package org.tonearm.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.api.ConfigurationException;
import org.tonearm.doctor.BackendCheck;
import org.tonearm.doctor.Finding;

class BackendSelectionTest {

  @ParameterizedTest
  @CsvSource({"3, 7", "5, 0", "6, 1", "7, 5", "8, 6", "8, 9"})
  void aCardOfThePacksIsUsed(int major, int minor) throws Exception {
    for (BackendChoice choice : List.of(BackendChoice.AUTO, BackendChoice.CUDA)) {
      BackendDecision decision = selection(true, card(major, minor)).choose(choice);
      assertThat(decision.card()).isTrue();
      assertThat(decision.sentence()).startsWith("used: Card").contains(major + "." + minor);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "true, 3, 5, older than",
    "true, 9, 0, newer than",
    "true, 12, 0, newer than",
    "true, 0, 0, does not tell",
    "false, 8, 6, pack is not installed",
    "false, 9, 0, newer than"
  })
  void otherCardsAreNot(boolean pack, int major, int minor, String reason) {
    refuses(selection(pack, card(major, minor)), reason);
  }

  @Test
  void withoutADriverNoCardIs() {
    refuses(selection(true, CardProbe.Result.NO_DRIVER), "pack is installed, but");
    refuses(selection(false, CardProbe.Result.NO_DRIVER), "pack is not installed");
    refuses(selection(true, new CardProbe.Result(true, List.of(), "")), "no card");
    refuses(selection(true, new CardProbe.Result(true, List.of(), "it hangs")), "it hangs");
  }

  @Test
  void theProcessorAsksForNoCard() throws Exception {
    BackendSelection selection =
        new BackendSelection(
            true,
            () -> {
              throw new AssertionError("looked for cards");
            });
    assertThat(selection.choose(BackendChoice.CPU).card()).isFalse();
  }

  @Test
  void doctorTellsIt() {
    BackendSelection none = selection(true, card(9, 0));
    assertThat(doctor(none, BackendChoice.AUTO).level()).isEqualTo(Finding.Level.GOOD);
    assertThat(doctor(none, BackendChoice.AUTO).detail()).startsWith("not used: ");
    assertThat(doctor(none, BackendChoice.CPU).detail()).contains("says cpu");
    assertThat(doctor(none, BackendChoice.CUDA).level()).isEqualTo(Finding.Level.FAULT);
    assertThat(doctor(selection(false, card(8, 6)), BackendChoice.AUTO).level())
        .isEqualTo(Finding.Level.WARNING);
    assertThat(doctor(selection(true, card(8, 6)), BackendChoice.AUTO).detail())
        .startsWith("used: ");
  }

  private static Finding doctor(BackendSelection selection, BackendChoice choice) {
    return new BackendCheck(selection, choice, new TrainingPack(false)).card();
  }

  private static void refuses(BackendSelection selection, String reason) {
    BackendDecision decision = selection.decide(BackendChoice.AUTO);
    assertThat(decision.card()).isFalse();
    assertThat(decision.sentence()).startsWith("not used: ").contains(reason);
    assertThatThrownBy(() -> selection.choose(BackendChoice.CUDA))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e -> {
              assertThat(e.code()).isEqualTo("no-cuda");
              assertThat(e).hasMessageContaining(reason);
              assertThat(e.remedy()).contains("--backend").endsWith(decision.remedy());
            });
  }

  private static BackendSelection selection(boolean pack, CardProbe.Result found) {
    return new BackendSelection(pack, () -> found);
  }

  private static CardProbe.Result card(int major, int minor) {
    return new CardProbe.Result(true, List.of(new Card("Card", major, minor)), "");
  }
}
