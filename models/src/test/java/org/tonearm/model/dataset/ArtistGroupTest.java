package org.tonearm.model.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtistGroupTest {
  @ParameterizedTest
  @CsvSource({
    "'Brown, James [1]', artist:brown james",
    "James Brown, artist:brown james",
    "Oscar D'Le\u00f3n, artist:d leon oscar",
    "Eddie Heywood and His Orchestra, artist:eddie heywood orchestra",
    "AC/DC, artist:ac dc",
    "AC-DC, artist:ac dc",
    "\u041a\u0438\u043d\u043e, artist:\u043a\u0438\u043d\u043e",
  })
  void oneArtistHasOneName(String artist, String group) {
    assertThat(ArtistGroup.of(artist)).contains(group);
  }

  @Test
  void noNameIsNoGroup() {
    assertThat(ArtistGroup.of("")).isEmpty();
    assertThat(ArtistGroup.of("The [2]")).isEmpty();
  }
}
