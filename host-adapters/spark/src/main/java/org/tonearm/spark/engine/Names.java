package org.tonearm.spark.engine;

import java.net.URI;
import java.nio.file.Path;

/** Addresses as a user knows them. */
public final class Names {
  private Names() {}

  /** A local file by its path, every other one by its address. */
  public static String shown(String uri) {
    return uri.startsWith("file:") ? Path.of(URI.create(uri)).toString() : uri;
  }
}
