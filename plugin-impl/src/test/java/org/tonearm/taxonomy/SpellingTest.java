package org.tonearm.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "Hip-Hop, hiphop",
    "Hip-Hop, HIP HOP",
    "Drum & Bass, drum and bass",
    "Drum 'n' Bass, Drum&Bass",
    "Rock n Roll, Rock & Roll",
    "Jazz+Funk, Jazz and Funk",
    "Musique Concrète, musique concrete",
    "Ｊａｚｚ, Jazz",
    "' Jazz ', jazz",
    "Rock., rock"
  })
  void areTheSame(String one, String other) {
    assertThat(Spelling.same(one, other)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Rock, Rocks",
    "Техно, Рок",
    "が, か",
    "???, !!!",
    "Soul, Sol",
    "House 2, House",
    "Punk, Pu n k"
  })
  void areNotTheSame(String one, String other) {
    assertThat(Spelling.same(one, other)).isFalse();
  }

  @Test
  void punctuationAloneIsComparedAsItStands() {
    assertThat(Spelling.key("???")).isEqualTo("???");
    assertThat(Spelling.key(" & ")).isEqualTo("&");
    assertThat(Spelling.key("  ")).isEmpty();
  }
}
