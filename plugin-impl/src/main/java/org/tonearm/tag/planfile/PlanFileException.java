package org.tonearm.tag.planfile;

import org.tonearm.api.TonearmException;

/**
 * A plan can't be read or written. Codes: {@code plan-missing}, {@code plan-io}, {@code
 * plan-malformed}, {@code plan-newer}, {@code target-exists}.
 */
public final class PlanFileException extends TonearmException {
  private static final long serialVersionUID = 1L;

  PlanFileException(String code, String message, String remedy, Throwable cause) {
    super(code, message, remedy, cause);
  }
}
