package org.tonearm.tag.id3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Id3GenresTest {
  @ParameterizedTest
  @CsvSource({
    "17, Rock",
    "(17), Rock",
    "(0), Blues",
    "191, Psybient",
    "(RX), Remix",
    "CR, Cover",
    "(4)Eurodisco, Disco|Eurodisco",
    "(4)Disco, Disco",
    "(51)(39), Techno-Industrial|Noise",
    "(17)((sic), Rock|(sic)",
    "((sic), (sic)",
    "AC/DC, AC/DC",
    "Folk/Country, Folk/Country",
    "192, 192",
    "(255), 255",
    "1984, 1984",
    "(1984), (1984)",
    "(Live), (Live)",
    "2 Step, 2 Step"
  })
  void translatesNumbers(String text, String words) {
    assertThat(Id3Genres.words(text)).containsExactly(words.split("\\|"));
  }

  @Test
  void emptyTextIsNoGenre() {
    assertThat(Id3Genres.words("  ")).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Rock", "(17)", "((sic)", "(RX)Foo", "(Live)", "Drum & Bass"})
  void literalWordsAreReadAsThemselves(String word) {
    assertThat(Id3Genres.words(Id3Genres.literal(word))).containsExactly(word);
  }
}
