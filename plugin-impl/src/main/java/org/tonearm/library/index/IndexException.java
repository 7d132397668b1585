package org.tonearm.library.index;

import org.tonearm.api.TonearmException;

/**
 * The index can't be used. Codes: {@code index-not-local} (its folder lies on a network drive),
 * {@code index-locked} (another process holds it for too long), {@code index-newer} (a newer
 * version of Tonearm wrote it), {@code index-damaged} (its content is broken; the next run sets it
 * aside and begins anew), {@code index-io} (it can't be opened, read or written).
 */
public final class IndexException extends TonearmException {
  private static final long serialVersionUID = 1L;

  IndexException(String code, String message, String remedy, Throwable cause) {
    super(code, message, remedy, cause);
  }

  IndexException(String code, String message, String remedy) {
    this(code, message, remedy, null);
  }
}
