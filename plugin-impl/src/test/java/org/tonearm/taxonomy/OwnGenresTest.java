package org.tonearm.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OwnGenresTest {
  @Test
  void aGenreStandsUnderTheOneItIsAKindOf() {
    OwnGenres own = OwnGenres.begun().with("Donk", "House").with("Gabba Polka", "");
    Taxonomy all = Taxonomy.standard().with(Taxonomy.parse(own.lines()));
    assertThat(all.above("donk")).containsExactly("House");
    assertThat(all.isKindOf("Donk", "Electronic")).isTrue();
    assertThat(all.above("Gabba Polka")).isEmpty();
    assertThat(all.genres()).contains("Donk", "Gabba Polka");
  }

  @Test
  void whatIsThereStays() {
    List<String> lines = List.of("[genres]", "Schlager | Volksmusik", "[placeholders]", "Demo");
    OwnGenres own = new OwnGenres(lines).with("Discofox", "Schlager");
    assertThat(own.lines()).startsWith(lines.toArray(String[]::new));
    Taxonomy all = Taxonomy.standard().with(Taxonomy.parse(own.lines()));
    assertThat(all.isPlaceholder("demo")).isTrue();
    assertThat(all.above("Discofox")).containsExactly("Schlager");
  }

  @Test
  void aMarkBeforeTheFirstLineIsNoPartOfAName() {
    OwnGenres own = new OwnGenres(List.of("\uFEFFDonk"));
    assertThat(own.own()).containsExactly("Donk");
    assertThat(own.with("Bounce", "Donk").lines()).first().isEqualTo("Donk");
  }

  @Test
  void whatCantStandInSuchAFileIsRefused() {
    for (String name :
        List.of("", " ", "a|b", "a, b", "[genres]", "# x", "/x/", "a\nb", "\uFEFFa")) {
      assertThatThrownBy(() -> OwnGenres.begun().with(name, "House"))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> OwnGenres.begun().with("Electronic", "House"))
        .hasMessageContaining("kind of itself");
  }

  @Test
  void aGenreIsRemovedAndItsKindsMoveUp() {
    OwnGenres own =
        new OwnGenres(
            List.of(
                "# mine",
                "House",
                "  Donk | Bounce",
                "    Scouse House",
                "Jazz",
                "  Donk",
                "[placeholders]",
                "Donk"));
    OwnGenres less = own.without("donk");
    assertThat(less.lines())
        .containsExactly("# mine", "House", "  Scouse House", "[placeholders]", "Donk");
    assertThat(own.own()).containsExactly("Donk", "Scouse House");
    assertThat(less.own()).containsExactly("Scouse House");
    assertThat(less.without("Scouse House").lines())
        .containsExactly("# mine", "[placeholders]", "Donk");
  }

  @Test
  void aGenreIsMovedWithItsKindsAndNames() {
    OwnGenres own =
        new OwnGenres(
            List.of("House", "  Donk | Bounce", "    Scouse House", "  Other Donk", "Jazz | Jass"));
    OwnGenres moved = own.moved("Donk", "Techno");
    assertThat(moved.lines())
        .containsExactly(
            "House",
            "  Other Donk",
            "Jazz | Jass",
            "Techno",
            "  Donk | Bounce",
            "    Scouse House");
    assertThat(moved.moved("Donk", "").lines())
        .containsExactly("House", "  Other Donk", "Jazz | Jass", "Donk | Bounce", "  Scouse House");
    assertThatThrownBy(() -> own.moved("Donk", "Scouse House"))
        .hasMessageContaining("stands under itself");
  }

  @Test
  void whatComesWithTonearmCanNeitherBeRemovedNorMoved() {
    OwnGenres own = OwnGenres.begun().with("Donk", "House");
    for (String genre : List.of("House", "Gabba Polka")) {
      assertThatThrownBy(() -> own.without(genre)).hasMessageContaining("no genre of your own");
      assertThatThrownBy(() -> own.moved(genre, "Jazz"))
          .hasMessageContaining("no genre of your own");
    }
  }
}
