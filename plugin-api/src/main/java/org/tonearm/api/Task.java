package org.tonearm.api;

import java.util.Locale;

/** What is told of a track: the two questions that Tonearm answers. */
@Stability(Stability.Level.STABLE)
public enum Task {
  /** Genre, such as jazz. */
  GENRE,
  /** Mood, as a quadrant of valence and arousal. */
  MOOD;

  /** The word used on the command line, in JSON and in file names. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
