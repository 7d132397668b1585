package com.tagtraum.beatunes;

/** The program. */
public interface BeaTunes {

  /** A text in the user's language. */
  String localize(String key);
}
