package org.tonearm.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonearm.model.dataset.Clip;

class UnknownLabelsTest {
  @Test
  void tellsOfLabelsThatAreNoneOfTonearms() {
    List<Clip> clips =
        List.of(clip("genre", "Jazz"), clip("genre", "Jazz"), clip("genre", "hip-hop"));
    assertThat(UnknownLabels.sentences(clips))
        .singleElement()
        .asString()
        .contains("column genre", "Jazz (clips: 2), hip-hop (clips: 1)", "hiphop, jazz");
    assertThat(UnknownLabels.sentences(List.of(clip("quadrant", "q1"))))
        .singleElement()
        .asString()
        .contains("column quadrant", "q1", "Q1, Q2, Q3, Q4");
  }

  @Test
  void saysNothingOfThoseThatAre() {
    assertThat(UnknownLabels.sentences(List.of(clip("genre", "jazz"), clip("quadrant", "Q4"))))
        .isEmpty();
  }

  private static Clip clip(String column, String value) {
    return new Clip(Path.of("a"), "a", "set", "g", 30, Map.of(column, value));
  }
}
