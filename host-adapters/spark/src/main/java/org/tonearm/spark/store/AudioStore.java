package org.tonearm.spark.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Predicate;

/** Where recordings lie: one scheme's storage. Thread-safe. */
public interface AudioStore {
  /** How it replaces a recording, if the server can do what it should be able to do. */
  Replacing replacing();

  /** As {@link #list(String, Predicate)}, with all names. */
  default Iterator<Listed> list(String folder) throws IOException {
    return list(folder, name -> true);
  }

  /**
   * One level of a folder, in no order, read as it is asked for. Hidden names, such as those of
   * temporary copies, are left out.
   *
   * @param folder its name
   * @param names which names are wanted; others are not looked at
   * @throws IOException if it can't be listed; the iterator throws the unchecked form
   */
  Iterator<Listed> list(String folder, Predicate<String> names) throws IOException;

  /**
   * Looks at a recording.
   *
   * @throws FileNotFoundException if it is not there, or is no file
   * @throws IOException if it can't be looked at
   */
  StoredFile status(String uri) throws IOException;

  /** Its bytes, from the first on; to be closed by the caller. */
  InputStream open(String uri) throws IOException;

  /**
   * Makes a recording seekable.
   *
   * @param uri its name
   * @param folder a local folder for a copy, if one is needed
   */
  FetchedAudio fetch(String uri, Path folder) throws IOException;
}
