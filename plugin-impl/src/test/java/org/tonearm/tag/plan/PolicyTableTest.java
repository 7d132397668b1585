package org.tonearm.tag.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

/** What each policy makes of what is there, by the taxonomy that comes with Tonearm. */
class PolicyTableTest {
  private static final Taxonomy STANDARD = Taxonomy.standard();
  private static final double LEAST_REPLACE = 0.8;

  /** Present, heard and how surely, and the field after fill, merge and replace. */
  @ParameterizedTest(name = "{0} + {1} {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "-, rock, 0.60, Rock, Rock, Rock",
        "Other, rock, 0.60, Rock, Rock, Rock",
        "(12), rock, 0.60, Rock, Rock, Rock",
        "Unknown;misc, rock, 0.60, Rock, Rock, Rock",
        "www.beatport.com, rock, 0.60, Rock, Rock, Rock",
        "https://example.org/shop?id=1, rock, 0.60, Rock, Rock, Rock",
        "Exclusively at www.shop.example, rock, 0.60, Rock, Rock, Rock",
        "Beatport.com, rock, 0.60, Rock, Rock, Rock",
        "Other;Polka, rock, 0.90, Other;Polka, Other;Polka;Rock, Rock",
        "Jazz, rock, 0.90, Jazz, Jazz;Rock, Rock",
        "Jazz, rock, 0.79, Jazz, Jazz;Rock, Jazz",
        "Jazz, rock, 0.80, Jazz, Jazz;Rock, Rock",
        "rap, hiphop, 0.90, rap, rap, rap",
        "Bebop, jazz, 0.99, Bebop, Bebop, Bebop",
        "Melodic Death Metal, rock, 0.99, Melodic Death Metal, Melodic Death Metal, Melodic Death Metal",
        "Bossa Nova, latin, 0.99, Bossa Nova, Bossa Nova, Bossa Nova",
        "Techno;Zydeco, electronic, 0.99, Techno;Zydeco, Techno;Zydeco, Techno;Zydeco",
        "Rock, metal, 0.90, Rock, Rock;Metal, Metal",
        "Rock, metal, 0.70, Rock, Rock;Metal, Rock",
        "Pop/Rock, rock, 0.90, Pop/Rock, Pop/Rock, Pop/Rock",
      })
  void keepsToThePolicy(
      String present, String heard, double score, String fill, String merge, String replace) {
    List<String> before = split(present);
    assertThat(after(Policy.FILL, before, heard, score)).isEqualTo(split(fill));
    assertThat(after(Policy.MERGE, before, heard, score)).isEqualTo(split(merge));
    assertThat(after(Policy.REPLACE, before, heard, score)).isEqualTo(split(replace));
  }

  @Test
  void saysWhyItDidNotReplace() {
    Planned planned =
        decide(settings(Policy.REPLACE, Vocabulary.FREE), List.of("Jazz"), "rock", 0.799);
    assertThat(planned.plan().changes()).isEmpty();
    assertThat(planned.notes())
        .containsExactly(
            "The genre was not replaced by Rock: 0.79 sure, and replacing needs 0.80.");
  }

  @ParameterizedTest
  @CsvSource({
    "Rock;Jazz, metal, Rock, 'the field was empty; Metal is told as Rock'",
    "rock 'n' pop;Heavy Metal, metal, Heavy Metal, the field was empty; Metal is told as Heavy Metal",
    "Electronic;House, electronic, Electronic, the field was empty",
  })
  void leadsToTheNearestGenreOnTheWhitelist(
      String whitelist, String heard, String written, String reason) {
    Vocabulary vocabulary = new Vocabulary(split(whitelist), List.of(), Map.of());
    Planned planned = decide(settings(Policy.FILL, vocabulary), List.of(), heard, 0.9);
    assertThat(planned.plan().changes())
        .containsExactly(
            new FieldChange(TagField.GENRE, List.of(), List.of(written), reason.replace("'", "")));
    assertThat(planned.notes()).isEmpty();
  }

  @Test
  void dropsWhatNoGenreOnTheWhitelistCovers() {
    Vocabulary vocabulary = new Vocabulary(List.of("Rock", "Jazz"), List.of(), Map.of());
    Planned planned = decide(settings(Policy.FILL, vocabulary), List.of(), "disco", 0.9);
    assertThat(planned.plan().changes()).isEmpty();
    assertThat(planned.notes())
        .containsExactly(
            "The genre Disco was heard and not written: it is not on the whitelist, nor is a genre"
                + " above it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"disco", "DISCO", " Disco."})
  void neverWritesWhatIsIgnored(String ignored) {
    for (Policy policy : Policy.values()) {
      Vocabulary vocabulary = new Vocabulary(List.of(), List.of(ignored), Map.of());
      Planned planned = decide(settings(policy, vocabulary), List.of("Other"), "disco", 0.9);
      assertThat(planned.plan().changes()).isEmpty();
      assertThat(planned.notes())
          .containsExactly(
              "The genre Disco was heard and not written: it is on the list of ignored labels.");
    }
  }

  @Test
  void ignoresAlsoWhatItWouldBeLedTo() {
    Vocabulary vocabulary = new Vocabulary(List.of("Rock"), List.of("Rock"), Map.of());
    Planned planned = decide(settings(Policy.FILL, vocabulary), List.of(), "metal", 0.9);
    assertThat(planned.plan().changes()).isEmpty();
    assertThat(planned.notes()).singleElement().asString().contains("told as Rock");
  }

  @Test
  void speaksTheUsersWordsForMoods() {
    Vocabulary vocabulary =
        new Vocabulary(List.of("Rock"), List.of(), Map.of(Task.MOOD, Map.of("q1", "energetic")));
    Planned planned =
        new TagPlanner(STANDARD)
            .decide(
                Snapshots.TRACK,
                Snapshots.of(TagField.MOOD, List.of()),
                List.of(verdict(Task.MOOD, "Q1", 0.9)),
                Map.of(Task.MOOD, Map.of("Q1", "Happy")),
                settings(Policy.FILL, vocabulary));
    assertThat(planned.plan().changes().get(0).after()).containsExactly("energetic");
  }

  @Property
  void planningOnThePlannedStateChangesNothing(
      @ForAll Policy policy,
      @ForAll("genreLists") List<String> present,
      @ForAll("genres") String heard,
      @ForAll("scores") double score,
      @ForAll("whitelists") List<String> whitelist) {
    PlanSettings settings = settings(policy, new Vocabulary(whitelist, List.of("Polka"), Map.of()));
    List<FieldChange> first = decide(settings, present, heard, score).plan().changes();
    List<String> after = first.isEmpty() ? present : first.get(0).after();
    assertThat(decide(settings, after, heard, score).plan().changes()).isEmpty();
  }

  @Property
  void noPolicyReplacesAGenreByOneAboveIt(
      @ForAll Policy policy, @ForAll("genres") String present, @ForAll("genres") String heard) {
    List<String> after = after(policy, List.of(present), heard, 1);
    if (STANDARD.isKindOf(present, heard)) {
      assertThat(after).containsExactly(present);
    }
    if (policy != Policy.REPLACE) {
      assertThat(after).contains(present);
    }
  }

  @Property(tries = 200)
  void notesOfItsOwnArePlannedOnceAndTheCommentSurvives(
      @ForAll Policy policy,
      @ForAll("genreLists") List<String> present,
      @ForAll("genres") String heard,
      @ForAll("comments") List<String> comments) {
    PlanSettings settings =
        new PlanSettings(
            policy,
            EnumSet.allOf(TagField.class),
            Map.of(),
            Vocabulary.FREE,
            Optional.of(new CommentSettings(CommentSettings.Mode.WRITE)),
            Optional.of(new Provenance("tonearm 1.0")));
    Map<TagField, List<String>> state = new EnumMap<>(TagField.class);
    state.put(TagField.GENRE, present);
    state.put(TagField.COMMENT, comments);
    List<FieldChange> changes = planned(settings, state, heard);
    changes.forEach(change -> state.put(change.field(), change.after()));
    assertThat(planned(settings, state, heard)).isEmpty();
    assertThat(state.get(TagField.COMMENT)).anyMatch(text -> text.contains("[Tonearm: " + heard));
    assertThat(state.get(TagField.COMMENT).stream().map(CommentBlock::withoutBlock).toList())
        .isEqualTo(comments.isEmpty() ? List.of("") : comments);
    PlanSettings remove =
        new PlanSettings(
            policy,
            EnumSet.of(TagField.COMMENT),
            Map.of(),
            Vocabulary.FREE,
            Optional.of(new CommentSettings(CommentSettings.Mode.REMOVE)),
            Optional.empty());
    planned(remove, state, heard).forEach(change -> state.put(change.field(), change.after()));
    assertThat(state.get(TagField.COMMENT)).isEqualTo(comments);
  }

  @Test
  void provenanceTellsOnlyOfWhatTheTagsSay() {
    PlanSettings settings =
        new PlanSettings(
            Policy.FILL,
            EnumSet.allOf(TagField.class),
            Map.of(),
            Vocabulary.FREE,
            Optional.empty(),
            Optional.of(new Provenance("tonearm 1.1")));
    assertThat(planned(settings, Map.of(), "rock"))
        .extracting(FieldChange::after)
        .containsExactly(List.of("Rock"), List.of("tonearm 1.1; genre=m-1 Rock 0.90"));
    assertThat(planned(settings, Map.of(TagField.GENRE, List.of("Polka")), "rock")).isEmpty();
    Map<TagField, List<String>> older =
        Map.of(
            TagField.GENRE,
            List.of("Rock"),
            TagField.PROVENANCE,
            List.of("tonearm 1.0; genre=m-1 Rock 0.90"));
    assertThat(planned(settings, older, "rock")).isEmpty();
  }

  @Provide
  Arbitrary<List<String>> comments() {
    return Arbitraries.of("8A 128", "my note ", "[x]", "two\nlines").list().ofMaxSize(2);
  }

  private static List<FieldChange> planned(
      PlanSettings settings, Map<TagField, List<String>> state, String heard) {
    return new TagPlanner(STANDARD)
        .plan(
            Snapshots.TRACK,
            Snapshots.of(state),
            List.of(verdict(Task.GENRE, heard, 0.9)),
            Map.of(),
            settings)
        .changes();
  }

  @Provide
  Arbitrary<String> genres() {
    return Arbitraries.of(STANDARD.genres().toArray(String[]::new));
  }

  @Provide
  Arbitrary<List<String>> genreLists() {
    return Arbitraries.oneOf(
            genres(), Arbitraries.of("Other", "(12)", "Zydeco", "Pop/Rock", "www.x.com", "rap"))
        .list()
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<String>> whitelists() {
    return genres().list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<Double> scores() {
    return Arbitraries.of(0.5, 0.79, 0.8, 1.0);
  }

  private static List<String> after(
      Policy policy, List<String> before, String heard, double score) {
    List<FieldChange> changes =
        decide(settings(policy, Vocabulary.FREE), before, heard, score).plan().changes();
    return changes.isEmpty() ? before : changes.get(0).after();
  }

  private static Planned decide(
      PlanSettings settings, List<String> before, String heard, double score) {
    return new TagPlanner(STANDARD)
        .decide(
            Snapshots.TRACK,
            Snapshots.of(TagField.GENRE, before),
            List.of(verdict(Task.GENRE, heard, score)),
            Map.of(),
            settings);
  }

  private static Verdict verdict(Task task, String label, double score) {
    List<LabelScore> scores = List.of(new LabelScore(label, score));
    return new Verdict(task, "m-1", scores, scores, "");
  }

  private static PlanSettings settings(Policy policy, Vocabulary vocabulary) {
    return new PlanSettings(
        policy,
        EnumSet.allOf(TagField.class),
        Map.of(TagField.GENRE, LEAST_REPLACE),
        vocabulary,
        Optional.empty(),
        Optional.empty());
  }

  private static List<String> split(String values) {
    return values == null ? List.of() : List.of(values.split(";"));
  }
}
