package org.tonearm.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.api.LabelScore;
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
                new Thresholds(general, Map.of("metal", own, "rock", 0.0)));
    assertThat(verdict.abstention()).isEqualTo(abstention);
    assertThat(verdict.scores().get(0).label()).isEqualTo("metal");
  }
}
