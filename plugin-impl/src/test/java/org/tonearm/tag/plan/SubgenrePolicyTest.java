package org.tonearm.tag.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.taxonomy.Taxonomy;

/** House was heard, a kind of Electronic: 0.9 sure of the genre, 0.7 of both. */
final class SubgenrePolicyTest {
  private static final Taxonomy STANDARD = Taxonomy.standard();

  @ParameterizedTest
  @ValueSource(strings = {"house", "trance", "techno", "hard techno"})
  void theTaxonomyKnowsTheKinds(String label) {
    assertThat(STANDARD.isKindOf(label, "electronic")).isTrue();
    assertThat(STANDARD.canonical(label)).isNotEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "FILL, '', 0.8, House",
    "FILL, Other, 0.8, House",
    "FILL, Electronic, 0.8, Electronic",
    "MERGE, Electronic, 0.8, Electronic;House",
    "MERGE, Deep House, 0.8, Deep House",
    "REPLACE, Electronic, 0.6, House",
    "REPLACE, Rock, 0.6, House",
    "REPLACE, Deep House, 0.6, Deep House",
    "REPLACE, Techno, 0.6, House",
    "REPLACE, Rock, 0.8, Electronic", // sure enough of the genre alone
    "REPLACE, Electronic, 0.8, Electronic",
    "REPLACE, Techno, 0.8, Techno",
    "REPLACE, Rock, 0.95, Rock",
  })
  void policiesTakeItAsTheTaxonomyDoes(Policy policy, String before, double least, String after) {
    List<String> present = before.isEmpty() ? List.of() : List.of(before);
    assertThat(after(policy, present, least, Vocabulary.FREE)).isEqualTo(List.of(after.split(";")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', House, Electronic", // the kind is ignored: the genre itself
    "'', Electronic, House",
    "Electronic, '', Electronic", // the whitelist leads to the genre
    "Dance;House, '', House",
  })
  void whatMayNotBeWrittenIsToldAsTheGenre(String whitelist, String ignored, String after) {
    Vocabulary vocabulary =
        new Vocabulary(
            whitelist.isEmpty() ? List.of() : List.of(whitelist.split(";")),
            ignored.isEmpty() ? List.of() : List.of(ignored),
            Map.of());
    assertThat(after(Policy.FILL, List.of(), 0, vocabulary)).containsExactly(after);
  }

  @Test
  void whereItComesFromIsToldOfWhatStandsThere() {
    PlanSettings settings =
        new PlanSettings(
            Policy.FILL,
            EnumSet.allOf(TagField.class),
            Map.of(),
            Vocabulary.FREE,
            Optional.empty(),
            Optional.of(new Provenance("tonearm 1")));
    assertThat(planned(List.of(), settings))
        .extracting(FieldChange::after)
        .containsExactly(List.of("House"), List.of("tonearm 1; genre=m-1 House 0.70"));
    assertThat(planned(List.of("Electronic"), settings))
        .extracting(FieldChange::after)
        .containsExactly(List.of("tonearm 1; genre=m-1 Electronic 0.90"));
  }

  private static List<String> after(
      Policy policy, List<String> before, double least, Vocabulary vocabulary) {
    List<FieldChange> changes =
        planned(
            before,
            new PlanSettings(
                policy,
                EnumSet.allOf(TagField.class),
                Map.of(TagField.GENRE, least),
                vocabulary,
                Optional.empty(),
                Optional.empty()));
    return changes.isEmpty() ? before : changes.get(0).after();
  }

  private static List<FieldChange> planned(List<String> before, PlanSettings settings) {
    List<LabelScore> scores = List.of(new LabelScore("electronic", 0.9));
    Verdict verdict =
        new Verdict(
            Task.GENRE, "m-1", scores, scores, "", Optional.of(new LabelScore("house", 0.7)));
    return new TagPlanner(STANDARD)
        .plan(
            Snapshots.TRACK,
            Snapshots.of(TagField.GENRE, before),
            List.of(verdict),
            Map.of(),
            settings)
        .changes();
  }
}
