package org.tonearm.model.feature.device;

import java.util.ArrayList;
import java.util.List;

/**
 * Memory of one use, given back together: tables of a transform, or the room for a batch. Confined
 * to its device's thread.
 */
public final class DeviceTables implements AutoCloseable {
  private final Device device;
  private final List<DeviceMemory> owned = new ArrayList<>();

  /**
   * @param device where the memory lies
   */
  public DeviceTables(Device device) {
    this.device = device;
  }

  /** Room for so many values of four bytes; at least for one. */
  public DeviceMemory room(long values) {
    DeviceMemory memory =
        device.allocate(Math.multiplyExact(Math.max(1, values), (long) Float.BYTES));
    owned.add(memory);
    return memory;
  }

  /** A table of fractions. */
  public DeviceMemory of(float[] values) {
    DeviceMemory memory = room(values.length);
    device.upload(List.of(values), memory);
    return memory;
  }

  /** A table of whole numbers. */
  public DeviceMemory of(int[] values) {
    DeviceMemory memory = room(values.length);
    device.upload(values, memory);
    return memory;
  }

  @Override
  public void close() {
    owned.forEach(DeviceMemory::close);
    owned.clear();
  }
}
