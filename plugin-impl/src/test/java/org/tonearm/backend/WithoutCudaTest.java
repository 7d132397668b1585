package org.tonearm.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithoutCudaTest {
  private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

  @TempDir Path pack;

  @Test
  void hidesTheCudaBackendAndNothingElse() throws Exception {
    Path services = Files.createDirectories(pack.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("org.nd4j.linalg.factory.Nd4jBackend"),
        "org.nd4j.linalg.jcublas.JCublasBackend\n");
    Files.writeString(services.resolve("other"), "org.nd4j.linalg.jcublas.Other\n");
    try (URLClassLoader both =
        new URLClassLoader(
            new URL[] {pack.toUri().toURL()}, WithoutCudaTest.class.getClassLoader())) {
      assertThat(Collections.list(both.getResources(SERVICE))).hasSize(2);
      WithoutCuda loader = new WithoutCuda(both);
      assertThat(Collections.list(loader.getResources(SERVICE)))
          .singleElement()
          .asString()
          .contains("nd4j-native");
      assertThat(Collections.list(loader.getResources("META-INF/services/other"))).hasSize(1);
    }
  }
}
