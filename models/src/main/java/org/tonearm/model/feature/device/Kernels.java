package org.tonearm.model.feature.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The source of the kernels, in CUDA C++. Stateless. */
public final class Kernels {
  /** The name that a compiler's messages give the source. */
  public static final String FILE = "features.cu";

  private Kernels() {}

  /** The source, which includes nothing. */
  public static String source() {
    try (InputStream in = Kernels.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
