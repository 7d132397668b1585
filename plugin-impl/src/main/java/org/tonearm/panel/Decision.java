package org.tonearm.panel;

/** What the user made of a proposal. */
public enum Decision {
  /** Not looked at yet. Nothing is written. */
  OPEN,
  /** To be written as proposed. */
  ACCEPTED,
  /** To be written with a word of the user's. */
  CHANGED,
  /** Not to be written. */
  REJECTED,
  /** It is in the file. */
  WRITTEN,
  /** It was to be written, and could not. */
  NOT_WRITTEN;

  /** Whether it waits to be written. */
  public boolean due() {
    return this == ACCEPTED || this == CHANGED;
  }
}
