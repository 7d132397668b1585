package org.tonearm.model.feature.cuda;

import org.bytedeco.cuda.global.cudart;
import org.bytedeco.cuda.global.cufft;
import org.bytedeco.cuda.global.nvrtc;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.tonearm.model.feature.device.DeviceException;
import org.tonearm.model.feature.device.DeviceMemoryException;

/** What the libraries' calls answer, as exceptions that name call and status. Stateless. */
final class CudaStatus {
  private CudaStatus() {}

  /**
   * Checks a call of the driver.
   *
   * @throws DeviceMemoryException if memory ran out
   * @throws DeviceException if it failed otherwise
   */
  static void driver(String call, int status) {
    if (status == cudart.CUDA_ERROR_OUT_OF_MEMORY) {
      throw new DeviceMemoryException(told(call, driverName(status), status));
    }
    if (status != cudart.CUDA_SUCCESS) {
      throw new DeviceException(told(call, driverName(status), status));
    }
  }

  /** Checks a call of cuFFT, likewise. */
  static void fourier(String call, int status) {
    if (status == cufft.CUFFT_ALLOC_FAILED) {
      throw new DeviceMemoryException(told(call, fourierName(status), status));
    }
    if (status != cufft.CUFFT_SUCCESS) {
      throw new DeviceException(told(call, fourierName(status), status));
    }
  }

  /** Checks a call of NVRTC. */
  static void compiler(String call, int status) {
    if (status != nvrtc.NVRTC_SUCCESS) {
      throw new DeviceException(told(call, nvrtc.nvrtcGetErrorString(status).getString(), status));
    }
  }

  private static String told(String call, String name, int status) {
    return call + " failed: " + name + " (" + status + ")";
  }

  private static String driverName(int status) {
    try (PointerPointer<BytePointer> name = new PointerPointer<>(1)) {
      name.put(0, null);
      cudart.cuGetErrorName(status, name);
      BytePointer text = name.get(BytePointer.class, 0);
      return text == null || text.isNull() ? "an unknown error" : text.getString();
    }
  }

  /** cuFFT has no call for it. */
  private static String fourierName(int status) {
    return switch (status) {
      case cufft.CUFFT_INVALID_PLAN -> "CUFFT_INVALID_PLAN";
      case cufft.CUFFT_ALLOC_FAILED -> "CUFFT_ALLOC_FAILED";
      case cufft.CUFFT_INVALID_TYPE -> "CUFFT_INVALID_TYPE";
      case cufft.CUFFT_INVALID_VALUE -> "CUFFT_INVALID_VALUE";
      case cufft.CUFFT_INTERNAL_ERROR -> "CUFFT_INTERNAL_ERROR";
      case cufft.CUFFT_EXEC_FAILED -> "CUFFT_EXEC_FAILED";
      case cufft.CUFFT_SETUP_FAILED -> "CUFFT_SETUP_FAILED";
      case cufft.CUFFT_INVALID_SIZE -> "CUFFT_INVALID_SIZE";
      case cufft.CUFFT_NO_WORKSPACE -> "CUFFT_NO_WORKSPACE";
      case cufft.CUFFT_NOT_SUPPORTED -> "CUFFT_NOT_SUPPORTED";
      case cufft.CUFFT_MISSING_DEPENDENCY -> "CUFFT_MISSING_DEPENDENCY";
      default -> "a cuFFT error";
    };
  }
}
