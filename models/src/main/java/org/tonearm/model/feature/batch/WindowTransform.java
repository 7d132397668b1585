package org.tonearm.model.feature.batch;

import java.util.List;
import org.tonearm.model.feature.device.DeviceMemoryException;

/**
 * Turns windows of one length into frames, many windows at once. What it gives of a window does not
 * depend on the windows beside it.
 *
 * <p>A transform on a device is confined to one thread; one on the processor says so if it is not.
 */
public interface WindowTransform extends AutoCloseable {

  /** Samples a window. */
  int samples();

  /** Frames that a window gives. */
  int frames();

  /** Values a frame. */
  int dimensions();

  /** About how many bytes of the device's memory a window of a batch takes while it is at work. */
  long bytesPerWindow();

  /**
   * Transforms a batch.
   *
   * @param windows one to {@code width}, of {@link #samples()} samples each; not changed
   * @param width windows that the device computes: silence stands for those that are missing, so
   *     that one window's frames are the same to the last bit however many came with it
   * @return by window, frame and value; fresh arrays that the caller owns
   * @throws DeviceMemoryException if the device has no room for a batch of this width
   */
  float[][][] transform(List<float[]> windows, int width);

  /** Frees the tables on the device; closing again does nothing. */
  @Override
  void close();
}
