package org.tonearm.api.host;

import org.tonearm.api.Stability;
import org.tonearm.api.TonearmException;

/**
 * A host's library can't be found, read or exported. Codes: {@code no-library} (none was found, or
 * the host has none), {@code library-missing} (there is none at the place given), {@code
 * library-unreadable}, {@code library-malformed} (broken, cut short or hostile), {@code
 * other-library} (a file, but not this host's), {@code library-changed} (while it was worked with),
 * {@code target-exists}, {@code target-io}, {@code library-newer} and {@code library-older} (of a
 * form that is not known), {@code library-busy} (locked), {@code host-running}, {@code no-crates},
 * {@code no-plugin} (the host has none); of servers {@code server-address}, {@code
 * server-unreachable}, {@code server-denied}, {@code server-answer}; of single tracks {@code
 * missing} and {@code elsewhere} (its location is none of this machine).
 */
@Stability(Stability.Level.EXPERIMENTAL)
public final class HostException extends TonearmException {
  private static final long serialVersionUID = 1L;

  /** See {@link TonearmException}. */
  public HostException(String code, String message, String remedy, Throwable cause) {
    super(code, message, remedy, cause);
  }

  /** Without a cause. */
  public HostException(String code, String message, String remedy) {
    this(code, message, remedy, null);
  }
}
