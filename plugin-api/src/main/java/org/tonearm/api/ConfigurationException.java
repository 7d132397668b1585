package org.tonearm.api;

/** A setting, option or installed model is wrong or missing; the run can't start. */
@Stability(Stability.Level.STABLE)
public final class ConfigurationException extends TonearmException {
  private static final long serialVersionUID = 1L;

  /** See {@link TonearmException}. */
  public ConfigurationException(String code, String message, String remedy, Throwable cause) {
    super(code, message, remedy, cause);
  }

  /** Without a cause. */
  public ConfigurationException(String code, String message, String remedy) {
    this(code, message, remedy, null);
  }
}
