package org.tonearm.model.feature.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.cuda.global.cudart;
import org.tonearm.model.feature.device.Device;
import org.tonearm.model.feature.device.Kernels;

/**
 * A card imitated on the processor: {@code imitation.cpp} and the kernels, compiled by g++ and
 * loaded in place of CUDA's libraries. All that stands above them is the real thing: the bindings
 * and what calls them.
 */
public final class ImitatedCuda {
  /** Limits by which the imitation is steered. */
  static final int MEMORY = 100;

  static final int LAUNCHES = 101;
  static final int CAPABILITY = 102;
  static final int DRIVER = 103;

  /** Why there is none; empty where it was loaded. */
  private static final Optional<String> MISSING = load();

  private ImitatedCuda() {}

  /** Why there is none here; empty where there is one. */
  public static Optional<String> missing() {
    return MISSING;
  }

  /** Opens it. */
  public static Device open() {
    return new CudaDevices().open();
  }

  static void steer(int limit, long value) {
    if (cudart.cuCtxSetLimit(limit, value) != cudart.CUDA_SUCCESS) {
      throw new IllegalArgumentException("no such limit: " + limit);
    }
  }

  private static Optional<String> load() {
    Optional<String> missing = build();
    missing.ifPresent(reason -> System.out.println("No card is imitated: " + reason));
    return missing;
  }

  private static Optional<String> build() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.of("this is not Linux");
    }
    if (ImitatedCuda.class.getResource("/org/bytedeco/cuda/linux-x86_64/libjnicudart.so") == null
        && ImitatedCuda.class.getResource("/org/bytedeco/cuda/linux-arm64/libjnicudart.so")
            == null) {
      return Optional.of("the bindings have no natives for this platform");
    }
    try {
      Path folder = Files.createTempDirectory("imitated-cuda");
      Files.writeString(folder.resolve(Kernels.FILE), Kernels.source(), StandardCharsets.UTF_8);
      try (InputStream in = ImitatedCuda.class.getResourceAsStream("imitation.cpp")) {
        Files.copy(in, folder.resolve("imitation.cpp"));
      }
      Files.createFile(folder.resolve("empty.cpp"));
      Optional<String> failed =
          compile(folder, "libcuda.so.1", "imitation.cpp", "-std=c++17", "-O2", "-Wall", "-Werror");
      for (String shell : List.of("libcudart.so.13", "libcufft.so.12", "libnvrtc.so.13")) {
        if (failed.isEmpty()) {
          failed =
              compile(folder, shell, "empty.cpp", "-Wl,--no-as-needed", "-L.", "-l:libcuda.so.1");
        }
      }
      try (var files = Files.list(folder)) {
        files.forEach(file -> file.toFile().deleteOnExit());
      }
      folder.toFile().deleteOnExit();
      return failed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A library under its real name, by which the bindings find it once it is loaded. */
  private static Optional<String> compile(
      Path folder, String library, String source, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("g++", "-fPIC", "-shared", "-o", library, source, "-Wl,-soname," + library));
    command.addAll(List.of(options));
    Process compiler;
    try {
      compiler =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    } catch (IOException e) {
      return Optional.of("g++ is not here (" + e.getMessage() + ")");
    }
    String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (compiler.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    System.load(folder.resolve(library).toString());
    return Optional.empty();
  }
}
