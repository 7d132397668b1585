package org.tonearm.model.feature.device;

import java.util.List;

/**
 * A card with memory of its own, batches of Fourier transforms, and the kernels of {@link Kernels}.
 * What is asked of it happens in the order asked. Confined to the thread that opened it.
 *
 * <p>Every call may throw {@link DeviceException}; a failure of an earlier step may be told by a
 * later call. After one the device is good for nothing but {@link #close()}. A thread has one
 * device open at a time.
 */
public interface Device extends AutoCloseable {

  /**
   * Takes memory; what it holds is not defined.
   *
   * @param bytes at least 1
   * @throws DeviceMemoryException if there is no room; the device stays as it was
   */
  DeviceMemory allocate(long bytes);

  /**
   * Writes rows one after the other, and zeros into the rest of the memory.
   *
   * @param rows not changed; together no longer than the memory
   */
  void upload(List<float[]> rows, DeviceMemory to);

  /** Writes whole numbers from the memory's start on. */
  void upload(int[] values, DeviceMemory to);

  /** Reads as many values as the array has, from the memory's start on; waits for all steps. */
  void download(DeviceMemory from, float[] values);

  /**
   * X[k] = sum over t of x[t] exp(-2 pi i k t / n) for k = 0 to n/2, of signals one after the
   * other.
   *
   * @param length n, a power of two
   * @param real n floats a signal; not changed
   * @param spectra receives n/2 + 1 pairs of floats a signal
   * @throws DeviceMemoryException if the transform has no room to work
   */
  void forwardReal(int length, int signals, DeviceMemory real, DeviceMemory spectra);

  /**
   * x[t] = sum over k of X[k] exp(+2 pi i k t / n), without the factor 1/n, in place.
   *
   * @param length n, a power of two
   * @param values n pairs of floats a signal
   * @throws DeviceMemoryException if the transform has no room to work
   */
  void inverseComplex(int length, int signals, DeviceMemory values);

  /**
   * Runs a kernel.
   *
   * @param kernel its name in the source
   * @param threads how many; what the kernel receives first
   * @param arguments its other arguments in order: numbers, and addresses of memory
   */
  void launch(String kernel, long threads, long... arguments);

  /** Memory that nobody has taken, in bytes. */
  long freeBytes();

  /** Gives back what is only kept to be used again: room and tables of Fourier transforms. */
  void trim();

  /** Gives everything back, memory included; never fails; closing again does nothing. */
  @Override
  void close();
}
