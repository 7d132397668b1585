package org.tonearm.tag.secondreader;

/**
 * By which words a person knows a track.
 *
 * @param title "" if none is named
 * @param artist "" if none is named
 */
public record Credits(String title, String artist) {
  /** Of a track that names none. */
  public static final Credits NONE = new Credits("", "");
}
