package org.tonearm.panel.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ThemeTest {

  @Test
  void anUnknownWordIsTheDesktopsTheme() {
    assertThat(Theme.of("dark")).isEqualTo(Theme.DARK);
    assertThat(Theme.of("sepia")).isEqualTo(Theme.SYSTEM);
    assertThat(Theme.of("")).isEqualTo(Theme.SYSTEM);
  }
}
