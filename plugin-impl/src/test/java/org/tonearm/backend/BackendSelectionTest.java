package org.tonearm.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.api.ConfigurationException;
import org.tonearm.doctor.BackendCheck;
import org.tonearm.doctor.Finding;

class BackendSelectionTest {
  private static final Set<CudaPack> CUDA = Set.of(CudaPack.CUDA);

  @ParameterizedTest
  @CsvSource({
    "CUDA, 3, 7",
    "CUDA, 6, 1",
    "CUDA, 8, 6",
    "CUDA, 8, 9",
    "CUDA_13, 7, 5",
    "CUDA_13, 8, 9",
    "CUDA_13, 9, 0",
    "CUDA_13, 12, 0"
  })
  void aCardOfThePacksIsUsed(CudaPack pack, int major, int minor) throws Exception {
    for (BackendChoice choice : List.of(BackendChoice.AUTO, BackendChoice.CUDA)) {
      BackendDecision decision = selection(Set.of(pack), card(major, minor)).choose(choice);
      assertThat(decision.pack()).contains(pack);
      assertThat(decision.sentence()).startsWith("used: Card").contains(major + "." + minor);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CUDA, 3, 5, older than, ''",
    "CUDA, 9, 0, cuda is installed, -Pcuda-13",
    "CUDA, 12, 0, has no code for Card, -Pcuda-13",
    "CUDA_13, 7, 0, cuda-13 is installed, with -Pcuda in",
    "CUDA, 0, 0, does not tell, newer NVIDIA driver"
  })
  void otherCardsAreNot(CudaPack pack, int major, int minor, String reason, String remedy) {
    refuses(selection(Set.of(pack), card(major, minor)), reason, remedy);
  }

  @Test
  void withoutAPackTheRightOneIsNamed() {
    refuses(selection(Set.of(), card(8, 6)), "pack is not installed", "the pack cuda,");
    refuses(selection(Set.of(), card(9, 0)), "pack is not installed", "the pack cuda-13,");
    refuses(selection(Set.of(), card(2, 0)), "older than", "");
  }

  @Test
  void bothPacksAreRefusedBeforeACardIsLookedFor() {
    BackendSelection both =
        new BackendSelection(
            EnumSet.allOf(CudaPack.class),
            () -> {
              throw new AssertionError("looked for cards");
            });
    refuses(both, "both installed", "-Pcuda or -Pcuda-13");
  }

  @Test
  void withoutADriverNoCardIs() {
    refuses(selection(CUDA, CardProbe.Result.NO_DRIVER), "pack is installed, but", "driver");
    refuses(selection(Set.of(), CardProbe.Result.NO_DRIVER), "pack is not installed", "");
    refuses(selection(CUDA, new CardProbe.Result(true, List.of(), "")), "no card", "");
    refuses(
        selection(CUDA, new CardProbe.Result(true, List.of(), "it hangs")),
        "it hangs",
        "nvidia-smi");
  }

  @Test
  void aCardThatWasGivenIsTheOneThatCounts() {
    CardProbe.Result two =
        new CardProbe.Result(true, List.of(new Card("Old", 3, 5), new Card("New", 9, 0)), "");
    Set<CudaPack> pack = Set.of(CudaPack.CUDA_13);
    assertThat(new BackendSelection(pack, () -> two, 0).decide(BackendChoice.AUTO).card())
        .isFalse();
    BackendDecision second = new BackendSelection(pack, () -> two, 1).decide(BackendChoice.AUTO);
    assertThat(second.card()).isTrue();
    assertThat(second.sentence()).contains("New");
    refuses(new BackendSelection(pack, () -> two, 2), "card 2 was given", "from 0");
    refuses(
        new BackendSelection(CUDA, () -> two, 1), "takes the first one", "CUDA_VISIBLE_DEVICES");
  }

  @Test
  void theProcessorAsksForNoCard() throws Exception {
    BackendSelection selection =
        new BackendSelection(
            CUDA,
            () -> {
              throw new AssertionError("looked for cards");
            });
    assertThat(selection.choose(BackendChoice.CPU).card()).isFalse();
  }

  @Test
  void doctorTellsIt() {
    BackendSelection none = selection(CUDA, card(3, 0));
    assertThat(doctor(none, BackendChoice.AUTO).level()).isEqualTo(Finding.Level.GOOD);
    assertThat(doctor(none, BackendChoice.AUTO).detail()).startsWith("not used: ");
    assertThat(doctor(none, BackendChoice.CPU).detail()).contains("says cpu");
    assertThat(doctor(none, BackendChoice.CUDA).level()).isEqualTo(Finding.Level.FAULT);
    assertThat(doctor(selection(Set.of(), card(8, 6)), BackendChoice.AUTO).level())
        .isEqualTo(Finding.Level.WARNING);
    assertThat(doctor(selection(CUDA, card(8, 6)), BackendChoice.AUTO).detail())
        .startsWith("used: ");
  }

  private static Finding doctor(BackendSelection selection, BackendChoice choice) {
    return new BackendCheck(() -> selection.decide(choice), choice, new TrainingPack(false)).card();
  }

  private static void refuses(BackendSelection selection, String reason, String remedy) {
    BackendDecision decision = selection.decide(BackendChoice.AUTO);
    assertThat(decision.card()).isFalse();
    assertThat(decision.sentence()).startsWith("not used: ").contains(reason);
    assertThat(decision.remedy()).contains(remedy);
    assertThatThrownBy(() -> selection.choose(BackendChoice.CUDA))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e -> {
              assertThat(e.code()).isEqualTo("no-cuda");
              assertThat(e).hasMessageContaining(reason);
              assertThat(e.remedy()).contains("--backend").endsWith(decision.remedy());
            });
  }

  private static BackendSelection selection(Set<CudaPack> packs, CardProbe.Result found) {
    return new BackendSelection(packs, () -> found);
  }

  private static CardProbe.Result card(int major, int minor) {
    return new CardProbe.Result(true, List.of(new Card("Card", major, minor)), "");
  }
}
