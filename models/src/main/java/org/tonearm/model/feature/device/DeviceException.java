package org.tonearm.model.feature.device;

/** A device can't be used, or failed at work; the message names the call and what it answered. */
public final class DeviceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message the call, and the status as a word and a number
   */
  public DeviceException(String message) {
    super(message);
  }
}
