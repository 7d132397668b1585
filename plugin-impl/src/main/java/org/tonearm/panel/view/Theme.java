package org.tonearm.panel.view;

/** Light or dark. */
public enum Theme {
  /** As the desktop has it, where that can be told; else light. */
  SYSTEM,
  /** Dark letters on a light ground. */
  LIGHT,
  /** Light letters on a dark ground. */
  DARK
}
