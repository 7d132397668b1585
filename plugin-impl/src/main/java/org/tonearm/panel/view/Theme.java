package org.tonearm.panel.view;

import java.util.Arrays;

/** Light or dark. */
public enum Theme {
  /** As the desktop has it, where that can be told; else light. */
  SYSTEM,
  /** Dark letters on a light ground. */
  LIGHT,
  /** Light letters on a dark ground. */
  DARK;

  /** The one of a word such as {@code dark}; the desktop's for a word that is none. */
  public static Theme of(String word) {
    return Arrays.stream(values())
        .filter(theme -> theme.name().equalsIgnoreCase(word))
        .findFirst()
        .orElse(SYSTEM);
  }
}
