package org.tonearm.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Subgenres;
import org.tonearm.api.Task;
import org.tonearm.api.Verdict;

class VerdictRuleTest {
  @ParameterizedTest
  @CsvSource({
    "0.72, 0.6, 0.7, ''",
    "0.69, 0.6, 0.7, unsure",
    "0.55, 0.6, 0.5, ''",
    "0.55, 0.6, 0.6, unsure",
  })
  void aLabelsOwnThresholdStandsInPlaceOfTheGeneralOne(
      double metal, double general, double own, String abstention) {
    Verdict verdict =
        new VerdictRule()
            .decide(
                Task.GENRE,
                "m-1",
                List.of(new LabelScore("rock", 1 - metal), new LabelScore("metal", metal)),
                1,
                new Thresholds(general, Map.of("metal", own, "rock", 0.0)),
                List.of());
    assertThat(verdict.abstention()).isEqualTo(abstention);
    assertThat(verdict.scores().get(0).label()).isEqualTo("metal");
  }

  @ParameterizedTest
  @CsvSource({
    "electronic, 0.6, 0.6, house", // sure enough, by its own threshold
    "electronic, 0.6, 0.61, ''",
    "electronic, 0.9, 0.6, ''", // the genre itself is not told
    "rock, 0.6, 0.6, ''", // the kinds are not those of what is told
  })
  void aKindIsToldWhereItsGenreIsAndItIsSureEnough(
      String parent, double general, double own, String told) {
    List<Subgenres> below =
        List.of(
            new Subgenres(
                parent, List.of(new LabelScore("trance", 0.4), new LabelScore("house", 0.6)), own));
    Verdict verdict =
        new VerdictRule()
            .decide(
                Task.GENRE,
                "m-1",
                List.of(new LabelScore("rock", 0.2), new LabelScore("electronic", 0.8)),
                1,
                new Thresholds(general),
                below);
    assertThat(verdict.subgenre().map(LabelScore::label).orElse("")).isEqualTo(told);
    verdict.subgenre().ifPresent(s -> assertThat(s.score()).isCloseTo(0.48, within(1e-12)));
    assertThat(verdict.narrowest().stream().map(LabelScore::label))
        .isEqualTo(
            told.isEmpty()
                ? verdict.labels().stream().map(LabelScore::label).toList()
                : List.of(told));
  }
}
