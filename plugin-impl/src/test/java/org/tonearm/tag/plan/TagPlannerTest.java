package org.tonearm.tag.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.taxonomy.Taxonomy;

class TagPlannerTest {
  private static final Track TRACK = new Track(Path.of("song.mp3"), "test");
  private static final Map<Task, Map<String, String>> WORDS =
      Map.of(Task.MOOD, Map.of("Q1", "Happy", "Q4", "Calm"));

  private final TagPlanner planner = new TagPlanner(Taxonomy.standard());

  /** Verdicts come out of maps whose order differs from one start of Java to the next. */
  @Test
  void theOrderOfTheVerdictsDoesNotShowInWhatIsNoted() {
    PlanSettings noting =
        new PlanSettings(
            Policy.FILL,
            EnumSet.allOf(TagField.class),
            Map.of(),
            Vocabulary.FREE,
            Optional.of(new CommentSettings(CommentSettings.Mode.WRITE)),
            Optional.of(new Provenance("tonearm 1")));
    Verdict rock = told(Task.GENRE, "rock");
    Verdict calm = told(Task.MOOD, "Q4");
    TagSnapshot empty = Snapshots.of(Map.of());

    TagPlan one = planner.plan(TRACK, empty, List.of(rock, calm), WORDS, noting);
    TagPlan other = planner.plan(TRACK, empty, List.of(calm, rock), WORDS, noting);

    assertThat(other.changes()).isEqualTo(one.changes());
    assertThat(one.changes().get(2).after()).containsExactly("[Tonearm: Rock, Calm]");
  }

  private static Verdict told(Task task, String label) {
    List<LabelScore> scores = List.of(new LabelScore(label, 0.9));
    return new Verdict(task, "model", scores, scores, "");
  }

  @Test
  void fillsAnEmptyField() {
    TagPlan plan = plan(Policy.FILL, List.of(), genre("hiphop"));

    assertThat(plan.track()).isSameAs(TRACK);
    assertThat(plan.changes())
        .containsExactly(
            new FieldChange(TagField.GENRE, List.of(), List.of("Hip-Hop"), "the field was empty"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Other", "unknown", "Misc", "None", "Genre", "<Unknown>"})
  void aPlaceholderCountsAsEmptyUnderEveryPolicy(String placeholder) {
    for (Policy policy : Policy.values()) {
      List<FieldChange> changes = plan(policy, List.of(placeholder), genre("jazz")).changes();
      assertThat(changes).hasSize(1);
      assertThat(changes.get(0).after()).containsExactly("Jazz");
      assertThat(changes.get(0).reason()).contains(placeholder);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zydeco", "Other;Jazz", "Klassik", "???"})
  void fillLeavesEveryGenreThatSaysSomething(String present) {
    assertThat(plan(Policy.FILL, List.of(present.split(";")), genre("rock")).changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Jazz, rock, Jazz;Rock",
    "Rock, metal, Rock;Metal",
    "Zydeco;Other, blues, Zydeco;Other;Blues"
  })
  void mergeAppends(String present, String heard, String after) {
    assertThat(after(Policy.MERGE, present, heard)).containsExactly(after.split(";"));
  }

  @ParameterizedTest
  @CsvSource({
    "Hip Hop, hiphop",
    "RAP, hiphop",
    "Bebop, jazz",
    "Pop;Death Metal, rock",
    "Pop/Rock, rock",
    "'House, Deep House', electronic"
  })
  void mergeAddsNothingThatIsSaidAlready(String present, String heard) {
    assertThat(plan(Policy.MERGE, List.of(present.split(";")), genre(heard)).changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Jazz, rock, Rock", "Jazz;Pop, rock, Rock", "Rock, metal, Metal"})
  void replaceReplaces(String present, String heard, String after) {
    assertThat(after(Policy.REPLACE, present, heard)).containsExactly(after.split(";"));
  }

  @ParameterizedTest
  @CsvSource({"Rock;Pop, rock", "hip hop, hiphop", "Bebop, jazz", "Zydeco;Grunge, rock"})
  void replaceLeavesWhatSaysTheSameOrMore(String present, String heard) {
    assertThat(plan(Policy.REPLACE, List.of(present.split(";")), genre(heard)).changes()).isEmpty();
  }

  @Test
  void replaceKeepsTheFinerWordOfSeveral() {
    TagPlan plan = plan(Policy.REPLACE, List.of("Techno", "Zydeco"), genre("electronic", "pop"));
    assertThat(plan.changes().get(0).after()).containsExactly("Techno", "Pop");
  }

  @Test
  void moodsAreWrittenInTheModelsWords() {
    TagPlan plan =
        planner.plan(TRACK, snapshot(TagField.MOOD), List.of(mood("Q1")), WORDS, all(Policy.FILL));
    assertThat(plan.changes()).hasSize(1);
    assertThat(plan.changes().get(0).field()).isEqualTo(TagField.MOOD);
    assertThat(plan.changes().get(0).after()).containsExactly("Happy");
  }

  @Test
  void genreNamesAreNoAliasesOfMoods() {
    TagPlan plan =
        planner.plan(
            TRACK,
            snapshot(TagField.MOOD, "Rap"),
            List.of(mood("hiphop")),
            WORDS,
            all(Policy.MERGE));
    assertThat(plan.changes().get(0).after()).containsExactly("Rap", "hiphop");
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void anAbstentionChangesNothing(Policy policy) {
    Verdict unsure = new Verdict(Task.GENRE, "m", List.of(), List.of(), "unsure");
    for (TagSnapshot before :
        List.of(snapshot(TagField.GENRE), snapshot(TagField.GENRE, "Other"))) {
      assertThat(planner.plan(TRACK, before, List.of(unsure), WORDS, all(policy)).changes())
          .isEmpty();
    }
  }

  @Test
  void aWordThatWasLearntFromTheUsersTagsKeepsItsSpelling() {
    assertThat(written("Hip Hop", "Hip Hop")).containsExactly("Hip Hop");
    assertThat(written("Peak Time", "Peak Time")).containsExactly("Peak Time");
    assertThat(written("hiphop", "Hip Hop")).containsExactly("Hip-Hop");
    assertThat(written("DnB", "DnB")).containsExactly("Drum & Bass");
  }

  private List<String> written(String label, String word) {
    Map<Task, Map<String, String>> words = Map.of(Task.GENRE, Map.of(label, word));
    return planner
        .plan(TRACK, snapshot(TagField.GENRE), List.of(genre(label)), words, all(Policy.FILL))
        .changes()
        .get(0)
        .after();
  }

  @Test
  void onlyTheFieldsAskedForArePlanned() {
    PlanSettings moodOnly = new PlanSettings(Policy.FILL, Set.of(TagField.MOOD));
    TagPlan plan =
        planner.plan(
            TRACK, snapshot(TagField.GENRE), List.of(genre("jazz"), mood("Q4")), WORDS, moodOnly);
    assertThat(plan.changes()).extracting(FieldChange::field).containsExactly(TagField.MOOD);
  }

  @Test
  void planningTwiceChangesNothingMore() {
    for (Policy policy : Policy.values()) {
      TagPlan plan = plan(policy, List.of(), genre("jazz"));
      List<String> after = plan.changes().get(0).after();
      assertThat(plan(policy, after, genre("jazz")).changes()).isEmpty();
    }
  }

  private List<String> after(Policy policy, String present, String heard) {
    return plan(policy, List.of(present.split(";")), genre(heard)).changes().get(0).after();
  }

  private TagPlan plan(Policy policy, List<String> genres, Verdict verdict) {
    TagSnapshot before = snapshot(TagField.GENRE, genres.toArray(String[]::new));
    return planner.plan(TRACK, before, List.of(verdict), WORDS, all(policy));
  }

  private static PlanSettings all(Policy policy) {
    return new PlanSettings(policy, EnumSet.allOf(TagField.class));
  }

  private static Verdict genre(String... labels) {
    return verdict(Task.GENRE, labels);
  }

  private static Verdict mood(String... labels) {
    return verdict(Task.MOOD, labels);
  }

  private static Verdict verdict(Task task, String... labels) {
    List<LabelScore> scores =
        Arrays.stream(labels).map(label -> new LabelScore(label, 0.9)).toList();
    return new Verdict(task, "model-1", scores, scores, "");
  }

  private static TagSnapshot snapshot(TagField field, String... values) {
    Map<TagField, FieldState> fields = new EnumMap<>(TagField.class);
    for (TagField each : TagField.values()) {
      fields.put(each, FieldState.ABSENT);
    }
    if (values.length > 0) {
      byte[] raw = String.join(";", values).getBytes(StandardCharsets.UTF_8);
      fields.put(field, new FieldState(List.of(values), raw));
    }
    return new TagSnapshot("Text", fields, List.of(), "00");
  }
}
