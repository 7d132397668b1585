package org.tonearm.tag.wild;

import java.nio.file.Path;

/**
 * One row of docs/wild-files.md.
 *
 * @param row the row's first cell
 * @param outcome {@code tagged}, or the code of the refusal
 * @param trial brings it about
 */
record WildCase(String row, String outcome, Trial trial) {
  /** What a file that was tagged, and verified since, says in the page. */
  static final String TAGGED = "tagged";

  /** Makes a file, lets it be tagged, and tells what came of it. */
  @FunctionalInterface
  interface Trial {
    /** Returns {@link #TAGGED} or a code; fails where the file is not as such an outcome asks. */
    String in(Path folder) throws Exception;
  }

  /** A file of these bytes, tagged in the plain way. */
  static WildCase file(String row, String outcome, String name, byte[] content) {
    return new WildCase(
        row, outcome, folder -> new Tagger().tag(Tagger.file(folder, name, content)));
  }
}
