package org.tonearm.model.feature.cuda;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.bytedeco.cuda.global.nvrtc;
import org.bytedeco.cuda.nvrtc._nvrtcProgram;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.tonearm.model.feature.device.DeviceException;
import org.tonearm.model.feature.device.Kernels;

/**
 * The kernels compiled for one kind of card: code for the card itself where the compiler knows it,
 * else PTX for the newest kind below, which the driver translates. Stateless.
 */
final class KernelImage {
  private KernelImage() {}

  /**
   * Compiles, in about a second.
   *
   * @param capability ten times the card's compute capability
   * @return what the driver loads
   * @throws DeviceException if the compiler does not know the card, or fails; with what it said
   */
  static byte[] compile(int capability) {
    return compile(Kernels.source(), capability);
  }

  static byte[] compile(String source, int capability) {
    int known = known(capability);
    _nvrtcProgram program = new _nvrtcProgram();
    try (BytePointer text = new BytePointer(source);
        BytePointer name = new BytePointer(Kernels.FILE)) {
      CudaStatus.compiler(
          "nvrtcCreateProgram",
          nvrtc.nvrtcCreateProgram(
              program, text, name, 0, (PointerPointer<?>) null, (PointerPointer<?>) null));
    }
    try {
      compile(program, (known == capability ? "sm_" : "compute_") + known);
      return known == capability ? code(program) : assembly(program);
    } finally {
      nvrtc.nvrtcDestroyProgram(program);
    }
  }

  /** The newest kind of card, up to this one, that the compiler knows. */
  private static int known(int capability) {
    int[] count = new int[1];
    CudaStatus.compiler("nvrtcGetNumSupportedArchs", nvrtc.nvrtcGetNumSupportedArchs(count));
    int[] kinds = new int[count[0]];
    CudaStatus.compiler("nvrtcGetSupportedArchs", nvrtc.nvrtcGetSupportedArchs(kinds));
    return Arrays.stream(kinds)
        .filter(kind -> kind <= capability)
        .max()
        .orElseThrow(
            () ->
                new DeviceException(
                    "NVRTC of CUDA 13 has no code for compute capability "
                        + capability / 10
                        + "."
                        + capability % 10));
  }

  private static void compile(_nvrtcProgram program, String architecture) {
    try (PointerPointer<BytePointer> options =
        new PointerPointer<>("--gpu-architecture=" + architecture)) {
      int status = nvrtc.nvrtcCompileProgram(program, 1, options);
      if (status != nvrtc.NVRTC_SUCCESS) {
        throw new DeviceException(
            "nvrtcCompileProgram failed: "
                + nvrtc.nvrtcGetErrorString(status).getString()
                + " ("
                + status
                + "), for "
                + architecture
                + ": "
                + log(program));
      }
    }
  }

  private static String log(_nvrtcProgram program) {
    int bytes = size("nvrtcGetProgramLogSize", size -> nvrtc.nvrtcGetProgramLogSize(program, size));
    try (BytePointer log = new BytePointer(bytes)) {
      CudaStatus.compiler("nvrtcGetProgramLog", nvrtc.nvrtcGetProgramLog(program, log));
      return log.getString();
    }
  }

  private static byte[] code(_nvrtcProgram program) {
    byte[] image =
        new byte[size("nvrtcGetCUBINSize", size -> nvrtc.nvrtcGetCUBINSize(program, size))];
    CudaStatus.compiler("nvrtcGetCUBIN", nvrtc.nvrtcGetCUBIN(program, image));
    return image;
  }

  private static byte[] assembly(_nvrtcProgram program) {
    byte[] image = new byte[size("nvrtcGetPTXSize", size -> nvrtc.nvrtcGetPTXSize(program, size))];
    CudaStatus.compiler("nvrtcGetPTX", nvrtc.nvrtcGetPTX(program, image));
    return image;
  }

  private static int size(String name, ToIntFunction<SizeTPointer> call) {
    try (SizeTPointer size = new SizeTPointer(1)) {
      CudaStatus.compiler(name, call.applyAsInt(size));
      return Math.toIntExact(size.get());
    }
  }
}
