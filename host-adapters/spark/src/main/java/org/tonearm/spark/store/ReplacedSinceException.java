package org.tonearm.spark.store;

import java.io.IOException;

/** An object is no longer the one that was seen. */
public final class ReplacedSinceException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param uri the object
   * @param cause what the server said, or null
   */
  public ReplacedSinceException(String uri, Throwable cause) {
    super(uri + " is no longer the object that was looked at", cause);
  }
}
