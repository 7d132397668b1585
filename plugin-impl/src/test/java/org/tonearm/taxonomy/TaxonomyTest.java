package org.tonearm.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

  private static void assertRefused(String message, String... lines) {
    assertThatThrownBy(() -> Taxonomy.parse(List.of(lines)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
