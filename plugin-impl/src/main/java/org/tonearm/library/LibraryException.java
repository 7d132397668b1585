package org.tonearm.library;

import org.tonearm.api.TonearmException;

/**
 * A place can't be listed. Codes: {@code missing} (no such file or folder, or a link that leads
 * nowhere), {@code unreadable} (permission), {@code io}.
 */
public final class LibraryException extends TonearmException {
  private static final long serialVersionUID = 1L;

  LibraryException(String code, String message, String remedy, Throwable cause) {
    super(code, message, remedy, cause);
  }
}
