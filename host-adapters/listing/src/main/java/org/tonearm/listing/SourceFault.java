package org.tonearm.listing;

import java.io.IOException;

/** A fault of a file that is copied, and none of the copy. */
public final class SourceFault extends IOException {
  private static final long serialVersionUID = 1L;

  /** Of what reading ended with. */
  public SourceFault(IOException cause) {
    super(cause.getMessage(), cause);
  }

  @Override
  public synchronized IOException getCause() {
    return (IOException) super.getCause();
  }
}
