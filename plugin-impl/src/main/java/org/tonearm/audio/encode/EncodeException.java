package org.tonearm.audio.encode;

import org.tonearm.api.TonearmException;

/**
 * An audio file could not be written. Codes: {@code unwritable} (the file or folder), {@code
 * no-encoder} (this build of FFmpeg lacks it), {@code encode-failed}.
 */
public final class EncodeException extends TonearmException {
  private static final long serialVersionUID = 1L;

  EncodeException(String code, String message, String remedy, Throwable cause) {
    super(code, message, remedy, cause);
  }
}
