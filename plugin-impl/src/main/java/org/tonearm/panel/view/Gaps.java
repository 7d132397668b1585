package org.tonearm.panel.view;

/** Distances in pixels before scaling. */
final class Gaps {
  /** Between controls. */
  static final int BETWEEN = 8;

  /** Between lines that belong together. */
  static final int NEAR = 4;

  private Gaps() {}
}
