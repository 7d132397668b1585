package org.tonearm.beatunes;

/**
 * What Tonearm would write into the tags of a file.
 *
 * @param genre "" where it told none, or where it would leave what is there
 * @param mood likewise
 */
record Heard(String genre, String mood) {}
