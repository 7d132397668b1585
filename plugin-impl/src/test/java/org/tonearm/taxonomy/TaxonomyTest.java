package org.tonearm.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxonomyTest {
  private final Taxonomy standard = Taxonomy.standard();

  @ParameterizedTest
  @CsvSource({
    "hiphop, Hip-Hop",
    "Rap, Hip-Hop",
    "Hip Hop/Rap, Hip-Hop",
    "rnb, R&B",
    "newage, New Age",
    "DnB, Drum & Bass",
    "electronica, Electronic",
    "AlternRock, Alternative Rock",
    "Zeuhl , Zeuhl"
  })
  void spellsGenres(String word, String canonical) {
    assertThat(standard.canonical(word)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "Bebop, Jazz",
    "be bop, jazz",
    "Melodic Death Metal, Rock",
    "Gangsta, Rap",
    "Bossa Nova, Jazz",
    "Bossa Nova, Latin",
    "Synthpop, Pop",
    "Synthpop, Electronica"
  })
  void knowsKindsOfGenres(String specific, String general) {
    assertThat(standard.isKindOf(specific, general)).isTrue();
    assertThat(standard.isKindOf(general, specific)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Jazz, Jazz", "Rap, Hip-Hop", "Zeuhl, Rock", "Techno, House"})
  void whatIsTheSameOrBesideIsNoKind(String one, String other) {
    assertThat(standard.isKindOf(one, other)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Other", "OTHER", "unknown", "Misc", "misc.", "None", "Genre", "n/a", " "})
  void knowsPlaceholders(String word) {
    assertThat(standard.isPlaceholder(word)).isTrue();
  }

  @Test
  void aGenreIsNoPlaceholder() {
    assertThat(standard.genres()).noneMatch(standard::isPlaceholder);
    assertThat(standard.isPlaceholder("Рок")).isFalse();
  }

  @Test
  void everyGenreSpellsItself() {
    assertThat(standard.genres()).hasSizeGreaterThan(150);
    assertThat(standard.genres())
        .allSatisfy(genre -> assertThat(standard.canonical(genre)).isEqualTo(genre));
  }

  @Test
  void refusesWhatFitsNowhere() {
    assertRefused("line 2", "[genres]", "  Jazz");
    assertRefused("line 3", "[genres]", "Jazz", " Bebop");
    assertRefused("line 1", "[generic]", "[genres]");
    assertRefused("already a name of Jazz", "Jazz | Swing", "Pop | Swing");
    assertRefused("under itself", "Jazz", "  Bebop", "    Jazz");
    assertRefused("under a kind of itself", "Jazz", "  Bebop", "Bebop", "  Jazz");
  }

  @Test
  void findsTheNearestAllowedGenreUpwards() {
    assertThat(standard.nearest("melodic death metal", Set.of("Metal", "Rock")::contains))
        .contains("Metal");
    assertThat(standard.nearest("Melodic Death Metal", Set.of("Rock")::contains)).contains("Rock");
    assertThat(standard.nearest("Rap", Set.of("Hip-Hop")::contains)).contains("Hip-Hop");
    assertThat(standard.nearest("Bossa Nova", Set.of("Latin", "Jazz")::contains)).contains("Jazz");
    assertThat(standard.nearest("Disco", Set.of("Rock")::contains)).isEmpty();
    assertThat(standard.nearest("Zeuhl ", Set.of("Zeuhl")::contains)).contains("Zeuhl");
  }

  @Test
  void anotherTreeAddsAndPrevails() {
    Taxonomy own =
        Taxonomy.parse(
            List.of("Rock", "  Zeuhl | Kobaian", "Gabber", "Electro House", "  Complextro"));
    Taxonomy both = standard.with(own);
    assertThat(both.isKindOf("Kobaian", "Rock")).isTrue();
    assertThat(both.isKindOf("Complextro", "Electronic")).isTrue();
    assertThat(both.canonical("gabber")).isEqualTo("Gabber");
    assertThat(both.canonical("Gabba")).isEqualTo("Hardcore Techno");
    assertThat(both.isKindOf("Bebop", "Jazz")).isTrue();
    assertThat(both.isPlaceholder("Other")).isTrue();
    assertThatThrownBy(() -> standard.with(Taxonomy.parse(List.of("Techno", "  Electronic"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("under a kind of itself");
  }

  @Test
  void furtherAliasesPrevail() {
    Taxonomy own =
        standard.withAliases(Map.of("Wave", "new wave", "Dance", "Electronica", "Kwaito", "Zef"));
    assertThat(own.canonical("WAVE")).isEqualTo("New Wave");
    assertThat(own.same("Dance", "Electronic")).isTrue();
    assertThat(own.isKindOf("Eurodance", "Electronic")).isTrue();
    assertThat(own.isKindOf("Dance", "Electronic")).isFalse();
    assertThat(own.canonical("kwaito")).isEqualTo("Zef");
    assertThat(own.isKindOf("Wave", "Rock")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(12)",
        "12",
        "www.beatport.com",
        "http://www.junodownload.com/products/1",
        "Beatport.com",
        "Downloaded from www.example.org",
        "GET IT AT: https://label.example/x"
      })
  void addressesAndEmptyNumbersAreNoGenres(String value) {
    assertThat(standard.isPlaceholder(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(17)", "R.E.M. Tribute", "Techno (www.shop.example)", "80s", "Vol. 2"})
  void otherOddValuesSaySomething(String value) {
    assertThat(standard.isPlaceholder(value)).isFalse();
  }

  @Test
  void placeholdersCanBeAddedAndTakenAway() {
    Taxonomy own =
        standard.withPlaceholders(
            Placeholders.of(List.of("Music for you", "/vol\\. \\d+/")),
            Placeholders.of(List.of("various", "/(https?:\\/\\/|www\\.)\\S+/")));
    assertThat(own.isPlaceholder("Music For You!")).isTrue();
    assertThat(own.isPlaceholder("Vol. 17")).isTrue();
    assertThat(own.isPlaceholder("Techno, Vol. 17")).isFalse();
    assertThat(own.isPlaceholder("Various")).isFalse();
    assertThat(own.isPlaceholder("Other")).isTrue();
    assertThatThrownBy(() -> Placeholders.of(List.of("/(/")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/(/ is no pattern");
    assertRefused("line 2", "[placeholders]", "/[/");
  }

  private static void assertRefused(String message, String... lines) {
    assertThatThrownBy(() -> Taxonomy.parse(List.of(lines)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aMarkBeforeTheFirstLineIsNoPartOfAName() {
    Taxonomy own = standard.with(Taxonomy.parse(List.of("\uFEFFElectronic")));
    assertThat(own.canonical("electronic")).isEqualTo("Electronic");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Do\u200Bnk", "Donk | Bo\u00ADunce", "Do\u0007nk"})
  void aNameWithWhatNobodySeesIsRefused(String line) {
    assertThatThrownBy(() -> Taxonomy.parse(List.of("House", line)))
        .hasMessageContaining("line 2")
        .hasMessageContaining("invisible character U+");
  }
}
