package org.tonearm.api.audio;

import org.tonearm.api.Stability;
import org.tonearm.api.TonearmException;

/**
 * A file could not be decoded. Codes: {@code missing}, {@code unreadable} (permission), {@code
 * empty} (no bytes), {@code not-audio}, {@code no-audio-stream}, {@code no-samples} (zero length),
 * {@code unsupported-codec}, {@code broken} (nothing could be decoded), {@code no-natives} (the
 * decoder's libraries could not be loaded), {@code decoder-crashed} and {@code decoder-timeout}
 * (the file ended the decoder's process, or kept it from any progress), {@code out-of-memory} (the
 * system killed that process), {@code decoder-unavailable} (no decoder process could be started).
 */
@Stability(Stability.Level.STABLE)
public final class DecodeException extends TonearmException {
  private static final long serialVersionUID = 1L;

  /** See {@link TonearmException}. */
  public DecodeException(String code, String message, String remedy, Throwable cause) {
    super(code, message, remedy, cause);
  }

  /** Without a cause. */
  public DecodeException(String code, String message, String remedy) {
    this(code, message, remedy, null);
  }
}
