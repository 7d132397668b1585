package org.tonearm.model.feature.cuda;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.cuda.cudart.CUfunc_st;
import org.bytedeco.cuda.cudart.CUmod_st;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerPointer;

/** The kernels on a card. Confined to the thread of its context. */
final class CudaModule implements AutoCloseable {
  private static final int BLOCK = 256;
  private static final int MOST_ARGUMENTS = 16;

  private final CUmod_st module = new CUmod_st();
  private final Map<String, CUfunc_st> kernels = new HashMap<>();
  private final LongPointer words = new LongPointer(MOST_ARGUMENTS);
  private final PointerPointer<LongPointer> places = new PointerPointer<>(MOST_ARGUMENTS);

  /**
   * @param image compiled code
   */
  CudaModule(byte[] image) {
    for (int n = 0; n < MOST_ARGUMENTS; n++) {
      places.put(n, words.getPointer(n));
    }
    // PTX is text that ends with a zero; the compiler put one there.
    try (BytePointer code = new BytePointer(image)) {
      CudaStatus.driver("cuModuleLoadData", cudart.cuModuleLoadData(module, code));
    } catch (RuntimeException e) {
      free();
      throw e;
    }
  }

  /** Starts a kernel whose first parameter is the number of threads. */
  void launch(String kernel, long threads, long... arguments) {
    if (threads == 0) {
      return;
    }
    words.put(0, threads);
    for (int n = 0; n < arguments.length; n++) {
      words.put(n + 1L, arguments[n]);
    }
    int blocks = Math.toIntExact((threads + BLOCK - 1) / BLOCK);
    CudaStatus.driver(
        "cuLaunchKernel of " + kernel,
        cudart.cuLaunchKernel(
            kernels.computeIfAbsent(kernel, this::find),
            blocks,
            1,
            1,
            BLOCK,
            1,
            1,
            0,
            null,
            places,
            (PointerPointer<?>) null));
  }

  private CUfunc_st find(String kernel) {
    CUfunc_st function = new CUfunc_st();
    CudaStatus.driver(
        "cuModuleGetFunction of " + kernel, cudart.cuModuleGetFunction(function, module, kernel));
    return function;
  }

  private void free() {
    words.close();
    places.close();
  }

  @Override
  public void close() {
    cudart.cuModuleUnload(module);
    free();
  }
}
