package org.tonearm.model.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ChoicesTest {
  private static final int FOLDS = 5;
  private static final int LABELS = 3;

  private final Random random = new Random(1);

  @Test
  void eachFoldIsFittedOnceAndAsIfForEachTrackByItself() {
    List<HeldOut> held = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      held.add(track(i));
    }
    List<Integer> fits = new ArrayList<>();
    Map<Integer, Choices> without =
        Choices.withoutEach(
            held,
            some -> {
              fits.add(some.size());
              return Choices.fit(some);
            });
    assertThat(fits).containsExactly(48, 48, 48, 48, 48);
    for (HeldOut track : held) {
      Choices own =
          Choices.fit(held.stream().filter(other -> other.fold() != track.fold()).toList());
      Choices shared = without.get(track.fold());
      assertThat(shared).isEqualTo(own);
      assertThat(track.told(shared.blend(), shared.limits()).probabilities())
          .containsExactly(track.told(own.blend(), own.limits()).probabilities());
    }
  }

  /** Of two windows; the machines lean to its label. */
  private HeldOut track(int number) {
    int truth = number % LABELS;
    return new HeldOut(
        "t" + number,
        "g" + number,
        number % FOLDS,
        truth,
        1,
        List.of(window(truth), window(truth)));
  }

  private HeldOut.Window window(int truth) {
    return new HeldOut.Window(
        new Machines.Opinions(logs(truth, 1), logs(truth, 0.5)),
        random.nextDouble(),
        random.nextDouble());
  }

  private double[] logs(int truth, double lean) {
    double[] logs = new double[LABELS];
    for (int i = 0; i < LABELS; i++) {
      logs[i] = random.nextGaussian() + (i == truth ? lean : 0);
    }
    return logs;
  }
}
