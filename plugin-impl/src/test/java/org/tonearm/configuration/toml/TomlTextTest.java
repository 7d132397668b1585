package org.tonearm.configuration.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

final class TomlTextTest {

  @Test
  void lettersStandAsTheyAre() {
    assertThat(TomlText.value("Drum 'n' Müsik 🎵")).isEqualTo("\"Drum 'n' Müsik 🎵\"");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    for (String text :
        List.of("a\"b", "C:\\new\\table", "two\nlines\r\tx", "bell\u0007del\u007F", "'", "🎵")) {
      TomlParseResult read = Toml.parse("x = " + TomlText.value(text));
      assertThat(read.errors()).as(text).isEmpty();
      assertThat(read.getString("x")).isEqualTo(text);
    }
  }
}
