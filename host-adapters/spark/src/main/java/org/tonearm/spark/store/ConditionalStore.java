package org.tonearm.spark.store;

import java.io.IOException;
import java.nio.file.Path;

/** A storage of objects that are replaced whole, on a condition. Thread-safe. */
public interface ConditionalStore extends AudioStore {
  /**
   * Puts new content in an object's place if the object is still the one that was seen.
   *
   * @param seen the object as it was looked at
   * @param content the new content; not changed
   * @param allowLoss whether attributes of the object that can't be carried over may be lost
   * @return the object as it now is
   * @throws ReplacedSinceException if it is another one by now; it is left as it is
   * @throws RefusedException if it would lose attributes, or is too large for one put; it is left
   *     as it is
   * @throws IOException if the put failed; the object is as it was, unless it can't be looked at
   */
  StoredFile replace(StoredFile seen, Path content, boolean allowLoss) throws IOException;

  /** Puts a new object, or one in place of another, on no condition. */
  StoredFile put(String uri, Path content) throws IOException;

  /** Whether this look at an object shows that earlier contents of it are kept. */
  boolean versioned(String uri) throws IOException;

  /** Removes an object. */
  void delete(String uri) throws IOException;
}
