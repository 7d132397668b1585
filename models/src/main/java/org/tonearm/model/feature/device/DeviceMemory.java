package org.tonearm.model.feature.device;

/** A piece of a device's memory. Who allocated it closes it; closing the device does so too. */
public interface DeviceMemory extends AutoCloseable {

  /** Where it begins, for a kernel. Of no use on the processor. */
  long address();

  /** Its size. */
  long bytes();

  /** Gives the memory back; closing again does nothing. */
  @Override
  void close();
}
