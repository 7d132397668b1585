package org.tonearm.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArtistsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Beatles | The Beatles",
        "The Beatles | Beatles, The",
        "Massive Attack | MASSIVE ATTACK feat. Horace Andy",
        "Massive Attack | Massive Attack (Feat. Horace Andy)",
        "Massive Attack | Massive Attack [ft Horace Andy]",
        "Massive Attack | Massive Attack feat Horace Andy",
        "Massive Attack | Massive Attack ft.Horace Andy",
        "Massive Attack | Massive Attack featuring Horace Andy & Tricky",
        "Massive Attack | Massive Attack vs. Mad Professor",
        "Little Feat | Little Feat feat. Bonnie Raitt",
        "AC/DC | ACDC",
        "N.W.A. | NWA",
        "Blink-182 | blink 182",
        "Brown, James | James Brown",
        "!!! | !!! feat. Nobody Else",
      })
  void oneArtistIsOneHoweverWritten(String one, String other) {
    Artists artists = new Artists(List.of(one, "Somebody Else", other));
    assertThat(artists.of(other)).isEqualTo(artists.of(one));
    assertThat(artists.of("Somebody Else")).isNotEqualTo(artists.of(one));
    Artists turned = new Artists(List.of(other, one));
    assertThat(turned.of(one)).isEqualTo(artists.of(one));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Simon | Simon & Garfunkel",
        "Earth | Earth, Wind and Fire",
        "Dancing | Dancing with Ghosts",
        "Little | Little Feat",
        "Little | Little Feat & Friends",
        "Left | Left Featherweight",
        "Band One | Band Two",
      })
  void aBandIsNotItsFirstWords(String one, String other) {
    Artists artists = new Artists(List.of(one, other));
    assertThat(artists.of(other)).isNotEqualTo(artists.of(one));
  }

  @Test
  void aTrackOfTwoGoesWithBoth() {
    Artists artists =
        new Artists(
            List.of(
                "Moby; Gwen",
                "Moby",
                "Amon Tobin x Bonobo",
                "Bonobo",
                "Kode9, Burial",
                "Burial",
                "Kode9",
                "Bjork, Arca",
                "Bjork"));
    assertThat(artists.of("Moby; Gwen")).isEqualTo(artists.of("Moby"));
    assertThat(artists.of("Amon Tobin x Bonobo")).isEqualTo(artists.of("Bonobo"));
    assertThat(artists.of("Kode9, Burial"))
        .isEqualTo(artists.of("Burial"))
        .isEqualTo(artists.of("Kode9"))
        .isNotEqualTo(artists.of("Moby"));
    assertThat(artists.of("Bjork, Arca")).isNotEqualTo(artists.of("Bjork"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"feat. Nobody", "(feat. Nobody)", "Little Feat", "ft"})
  void whatHasNoNameBeforeTheGuestsStaysWhole(String name) {
    assertThat(Artists.chief(name)).isEqualTo(name);
  }
}
