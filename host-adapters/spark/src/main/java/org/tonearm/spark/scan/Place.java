package org.tonearm.spark.scan;

import java.io.Serializable;
import org.tonearm.spark.store.Bucket;

/**
 * A folder to be listed, or one of the shares of a folder that has very many entries.
 *
 * @param uri absolute and percent-encoded
 * @param deep with all that is below it; else its own files alone
 * @param share which one, from 0
 * @param shares of how many
 */
record Place(String uri, boolean deep, int share, int shares) implements Serializable {
  /** A folder with all that is below it. */
  static Place deep(String uri) {
    return new Place(uri, true, 0, 1);
  }

  /** A folder's own files. */
  static Place shallow(String uri) {
    return new Place(uri, false, 0, 1);
  }

  /** Whether an entry of the folder falls to this share: each falls to one, on every machine. */
  boolean takes(String name) {
    return shares == 1 || Bucket.of(name, shares) == share;
  }
}
