package org.tonearm.model.classifier;

import java.io.IOException;
import java.io.InputStream;

/** Where a model's files are read from: a folder or the class path. */
@FunctionalInterface
public interface ModelSource {

  /**
   * Opens one file of the model.
   *
   * @throws IOException if it isn't there
   */
  InputStream open(String name) throws IOException;
}
