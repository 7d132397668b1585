package org.tonearm.configuration;

/** In what form a setting is given. */
public enum Form {
  /** One of some words. */
  CHOICE,
  /** Yes or no. */
  SWITCH,
  /** A text or a number in a line. */
  TEXT,
  /** Several texts, or several of some words. */
  LIST
}
