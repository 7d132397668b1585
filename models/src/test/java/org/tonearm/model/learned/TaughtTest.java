package org.tonearm.model.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonearm.model.evaluation.Prediction;

final class TaughtTest {
  private final List<Prediction> predictions = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();

  @Test
  void aFewAnswersThatAreAllRightMayBeChance() {
    judged(4, 1, true);
    assertThat(taught().figures().accuracy()).isEqualTo(1);
    assertThat(taught().range().low()).isBetween(0.3, 0.5);
    assertThat(taught().better()).isTrue();
    assertThat(taught().useful()).isFalse();
  }

  @Test
  void twoLabelsTakeSixArtistsThatAreAllRight() {
    judged(5, 20, true);
    assertThat(taught().useful()).isFalse();
    judged(1, 20, true);
    assertThat(taught().range().low()).isGreaterThan(0.5);
    assertThat(taught().range().high()).isEqualTo(1);
    assertThat(taught().useful()).isTrue();
  }

  @Test
  void tracksThatAreRightAndWrongTogetherCountOnce() {
    judged(12, 1, true);
    judged(8, 1, false);
    AccuracyRange single = taught().range();
    assertThat(single.low()).isCloseTo(14.0 / 24 - 0.2056, within(1e-4));
    assertThat(single.high()).isCloseTo(14.0 / 24 + 0.2056, within(1e-4));
    predictions.addAll(Collections.nCopies(9, predictions).stream().flatMap(List::stream).toList());
    groups.addAll(Collections.nCopies(9, groups).stream().flatMap(List::stream).toList());
    assertThat(taught().range().low()).isCloseTo(single.low(), within(1e-9));
    assertThat(taught().useful()).isFalse();
  }

  @Test
  void manyArtistsMakeItSure() {
    judged(70, 3, true);
    judged(30, 3, false);
    assertThat(taught().range().low()).isGreaterThan(0.55);
    assertThat(taught().useful()).isTrue();
  }

  /** So many tracks of each of so many new groups; the two labels have equal shares of them. */
  private void judged(int artists, int tracks, boolean right) {
    for (int artist = 0; artist < artists; artist++) {
      String group = "g" + groups.size();
      for (int i = 0; i < tracks; i++) {
        int truth = predictions.size() % 2;
        double first = (truth == 0) == right ? 0.9 : 0.1;
        predictions.add(new Prediction("t", "", 0, truth, new double[] {first, 1 - first}));
        groups.add(group);
      }
    }
  }

  private Taught taught() {
    return new Taught(
        null,
        null,
        null,
        0.5,
        predictions,
        Collections.nCopies(predictions.size(), true),
        List.of(0, 0),
        groups,
        List.of(),
        List.of());
  }
}
