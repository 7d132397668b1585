package org.tonearm.model.feature.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The CUDA source compiles, where a compiler is; it is not run. */
class CudaKernelsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sm_90", "sm_80"})
  void compile(String architecture) throws Exception {
    Path source = folder.resolve("scattering.cu");
    try (InputStream in = MatrixFourier.class.getResourceAsStream("scattering.cu")) {
      assertThat(in).isNotNull();
      Files.copy(in, source);
    }
    Path binary = folder.resolve("scattering.cubin");
    Process compiler = nvcc(architecture, source, binary);
    String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(compiler.waitFor()).as(said).isZero();
    assertThat(new String(Files.readAllBytes(binary), StandardCharsets.ISO_8859_1))
        .contains("take_bands", "moduli", "frame_averages");
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
