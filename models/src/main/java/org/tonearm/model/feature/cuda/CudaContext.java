package org.tonearm.model.feature.cuda;

import org.bytedeco.cuda.cudart.CUctx_st;
import org.bytedeco.cuda.global.cudart;
import org.tonearm.model.feature.device.DeviceException;

/** A card's primary context, which cuFFT shares, made current on this thread. */
final class CudaContext implements AutoCloseable {
  private final int device;
  private final int capability;
  private boolean closed;

  /**
   * @param card its number, from 0
   */
  CudaContext(int card) {
    CudaStatus.driver("cuInit", cudart.cuInit(0));
    int[] value = new int[1];
    CudaStatus.driver("cuDriverGetVersion", cudart.cuDriverGetVersion(value));
    if (value[0] < CudaDevices.DRIVER) {
      throw new DeviceException(
          "the NVIDIA driver offers CUDA "
              + value[0] / 1000
              + "."
              + value[0] % 1000 / 10
              + "; CUDA 13 needs driver 580 or newer");
    }
    CudaStatus.driver("cuDeviceGet", cudart.cuDeviceGet(value, card));
    device = value[0];
    capability =
        10 * attribute(cudart.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR)
            + attribute(cudart.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
    CUctx_st context = new CUctx_st();
    CudaStatus.driver("cuDevicePrimaryCtxRetain", cudart.cuDevicePrimaryCtxRetain(context, device));
    try {
      CudaStatus.driver("cuCtxSetCurrent", cudart.cuCtxSetCurrent(context));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private int attribute(int attribute) {
    int[] value = new int[1];
    CudaStatus.driver(
        "cuDeviceGetAttribute", cudart.cuDeviceGetAttribute(value, attribute, device));
    return value[0];
  }

  /** Ten times the card's compute capability. */
  int capability() {
    return capability;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      cudart.cuCtxSetCurrent(new CUctx_st());
      cudart.cuDevicePrimaryCtxRelease(device);
    }
  }
}
