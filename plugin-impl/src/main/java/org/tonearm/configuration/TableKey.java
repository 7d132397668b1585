package org.tonearm.configuration;

import java.util.List;

/**
 * A table whose keys the user chooses.
 *
 * @param name of the table, such as {@code thresholds.genre}
 * @param kind of each value
 * @param entry what the keys are, in a word, as the documentation names it
 * @param example an entry in TOML
 * @param meaning in one sentence or two
 */
record TableKey<T>(String name, Kind<T> kind, String entry, String example, String meaning) {
  /** The parts of the name. */
  List<String> path() {
    return List.of(name.split("\\.", -1));
  }
}
