package org.tonearm.model.feature.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.model.feature.device.Kernels;

/**
 * The CUDA source compiles, where a compiler is; it is not run here, but see {@link ImitatedCuda}.
 */
class CudaKernelsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sm_75", "sm_90", "sm_120"})
  void compile(String architecture) throws Exception {
    Path source = folder.resolve(Kernels.FILE);
    Files.writeString(source, Kernels.source());
    Path binary = folder.resolve("features.cubin");
    Process compiler = nvcc(architecture, source, binary);
    String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(compiler.waitFor()).as(said).isZero();
    assertThat(new String(Files.readAllBytes(binary), StandardCharsets.ISO_8859_1))
        .contains(
            "take_bands",
            "moduli",
            "low_pass",
            "average_parts",
            "average_sums",
            "multiply_rows",
            "band_sums");
  }

  private static Process nvcc(String architecture, Path source, Path binary) {
    try {
      return new ProcessBuilder(
              "nvcc",
              "--cubin",
              "-Werror=all-warnings",
              "-arch=" + architecture,
              "-o",
              binary.toString(),
              source.toString())
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      System.out.println("CudaKernelsTest is skipped: nvcc is not here (" + e.getMessage() + ")");
      Assumptions.abort("nvcc is not here");
      throw new AssertionError(e);
    }
  }
}
