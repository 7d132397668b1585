package org.tonearm.model.feature.cuda;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.cuda.global.cufft;
import org.bytedeco.cuda.global.nvrtc;
import org.bytedeco.javacpp.Loader;
import org.tonearm.model.feature.device.Device;

/**
 * Opens one card of this computer, any number of times; each time for the thread that asks.
 * Compiles the kernels once. Thread-safe.
 */
public final class CudaDevices {
  /** What the driver must offer at least, as it counts: CUDA 13.0. */
  static final int DRIVER = 13_000;

  private final int card;
  private final Map<Integer, byte[]> images = new HashMap<>();

  /** The first card. */
  public CudaDevices() {
    this(0);
  }

  /**
   * @param card its number among those that the driver shows to this process, from 0
   */
  public CudaDevices(int card) {
    this.card = card;
  }

  /**
   * Opens the card, for the calling thread.
   *
   * @return to be closed by the caller, on the same thread
   * @throws LinkageError if the bindings or CUDA's libraries are not here
   * @throws org.tonearm.model.feature.device.DeviceException if there is no card that can be used
   * @throws org.tonearm.model.feature.device.DeviceMemoryException if the card is full
   */
  public Device open() {
    Loader.load(cudart.class);
    Loader.load(cufft.class);
    Loader.load(nvrtc.class);
    return new CudaDevice(card, this::image);
  }

  private synchronized byte[] image(int capability) {
    return images.computeIfAbsent(capability, KernelImage::compile);
  }
}
