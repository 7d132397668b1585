package org.tonearm.model.feature.device;

/** The device has no room for a batch; a smaller one may fit. */
public final class DeviceMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what the device said
   */
  public DeviceMemoryException(String message) {
    super(message);
  }

  /**
   * @param message what the device said
   * @param cause as it was thrown
   */
  public DeviceMemoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
