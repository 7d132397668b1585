package org.tonearm.panel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Verdict;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.tag.TagField;
import org.tonearm.model.pretrained.PretrainedModels;
import org.tonearm.panel.HeardFile;
import org.tonearm.panel.TrackRow;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.secondreader.Credits;

/** What would be told at a threshold, by the session's tracks and by a model's card. */
final class PreviewTest {

  @Test
  void countsWhatWouldBeTold() {
    List<TrackRow> rows =
        List.of(
            row("a", 0.9, "", Map.of(TagField.GENRE, List.of("Rock"))),
            row("b", 0.7, "", Map.of()),
            row("c", 0.4, "unsure", Map.of()),
            row("d", 0.99, "not-music", Map.of()));
    ThresholdPreview strict = ThresholdCurve.of(rows, TagField.GENRE).at(0.7);
    assertThat(strict.tracks()).isEqualTo(4);
    assertThat(strict.told()).isEqualTo(2);
    assertThat(strict.empty()).isEqualTo(1);
    assertThat(strict.coverage()).isEqualTo(0.5);
    assertThat(strict.right().orElseThrow()).isEqualTo(0.8, within(1e-9));
    assertThat(ThresholdCurve.of(rows, TagField.GENRE).at(0.3).told()).isEqualTo(3);
    assertThat(ThresholdCurve.of(rows, TagField.GENRE).at(0.95).right()).isEmpty();
    assertThat(ThresholdCurve.of(rows, TagField.MOOD).at(0).tracks()).isZero();
  }

  @Test
  void readsTheStepsOfACard() {
    CardSteps steps =
        CardSteps.of(
            "# x\n\n| threshold | told | right of those told |\n|---|---|---|\n"
                + "| 0.30 | 0.900 | 0.700 |\n| 0.40 | 0.800 | 0.800 |\n\n| 0.50 | 0.1 | 0.1 |\n");
    assertThat(steps.steps()).hasSize(2);
    assertThat(steps.at(0.4)).contains(new CardSteps.Step(0.4, 0.8, 0.8));
    assertThat(steps.at(0.35).orElseThrow().told()).isEqualTo(0.85, within(1e-9));
    assertThat(steps.at(0.2)).isEmpty();
    assertThat(steps.at(0.41)).isEmpty();
    assertThat(CardSteps.of("no table").steps()).isEmpty();
  }

  @Test
  void theModelsThatShipHaveCardsWithSteps() throws ConfigurationException {
    PretrainedModels shipped = new PretrainedModels();
    for (ModelInfo info : shipped.installed()) {
      String card = shipped.card(info.id()).orElseThrow();
      assertThat(CardSteps.of(card).steps()).as(info.id()).hasSizeGreaterThan(3);
    }
    assertThat(shipped.card("none-such")).isEmpty();
  }

  private static TrackRow row(
      String name, double best, String abstention, Map<TagField, List<String>> current) {
    List<LabelScore> scores =
        List.of(new LabelScore("rock", best), new LabelScore("jazz", 1 - best));
    Verdict verdict =
        new Verdict(
            Task.GENRE,
            "m",
            abstention.isEmpty() ? scores.subList(0, 1) : List.of(),
            scores,
            abstention);
    PlannedTrack planned =
        new PlannedTrack(
            Path.of(name), "unchanged", "", 1, List.of(verdict), List.of(), Optional.empty());
    return new TrackRow(new HeardFile(Credits.NONE, current, planned, Map.of()));
  }
}
