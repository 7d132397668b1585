package org.tonearm.api.tag;

import org.tonearm.api.Stability;
import org.tonearm.api.TonearmException;

/**
 * A file's tags could not be read or written; the file is as it was. Codes: {@code missing}, {@code
 * unreadable}, {@code unsupported-format}, {@code malformed-tag}, {@code unsupported-structure},
 * {@code file-read-only}, {@code folder-read-only}, {@code attributes} (owner, ACL or extended
 * attributes can't be kept), {@code changed-meanwhile}, {@code other-file} (it is not the one that
 * was tagged), {@code verify-failed}, {@code no-space}, {@code journal} (the write could not be
 * noted), {@code journal-busy} (another program kept the journal locked), {@code file-locked},
 * {@code being-written}, {@code interrupted}, {@code io}.
 */
@Stability(Stability.Level.STABLE)
public final class TagException extends TonearmException {
  private static final long serialVersionUID = 1L;

  /** See {@link TonearmException}. */
  public TagException(String code, String message, String remedy, Throwable cause) {
    super(code, message, remedy, cause);
  }

  /** Without a cause. */
  public TagException(String code, String message, String remedy) {
    this(code, message, remedy, null);
  }
}
