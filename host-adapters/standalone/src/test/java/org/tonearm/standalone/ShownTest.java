package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ShownTest {

  @Test
  void escapesWhatCouldForgeALineOrTurnTheWriting() {
    assertThat(Shown.text("a\nb\r\t\u001b[2J\u0085\u202Ec\u2066"))
        .isEqualTo("a\\nb\\r\\t\\u001b[2J\\u0085\\u202ec\\u2066");
  }

  @Test
  void leavesLettersOfAllScriptsAlone() {
    String text = "Bj\u00f6rk \u30C9 \uD83C\uDFB5 \u05D0";
    assertThat(Shown.text(text)).isEqualTo(text);
  }
}
