package org.tonearm.tag.journal;

import java.sql.SQLException;

/** A row was read, and what stands in it can't have been written by Tonearm. */
final class DamagedRowException extends SQLException {
  private static final long serialVersionUID = 1L;

  DamagedRowException(String message, Exception cause) {
    super(message, cause);
  }
}
