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
  void whatCantStandInSuchAFileIsRefused() {
    for (String name : List.of("", " ", "a|b", "a, b", "[genres]", "# x", "/x/", "a\nb")) {
      assertThatThrownBy(() -> OwnGenres.begun().with(name, "House"))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> OwnGenres.begun().with("Electronic", "House"))
        .hasMessageContaining("kind of itself");
  }
}
