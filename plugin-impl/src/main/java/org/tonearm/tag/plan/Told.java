package org.tonearm.tag.plan;

/**
 * A label in the word that is written for it.
 *
 * @param word as written
 * @param score probability, 0 to 1
 * @param meaning the word before it was led to an allowed one; the word itself if it was not
 */
record Told(String word, double score, String meaning) {
  boolean led() {
    return !word.equals(meaning);
  }
}
