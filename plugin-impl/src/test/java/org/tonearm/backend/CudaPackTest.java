package org.tonearm.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs by what their jars hold. */
class CudaPackTest {
  @TempDir Path folder;

  @Test
  void areToldByTheirJars() throws Exception {
    Path nd4j = jar("nd4j", CudaPack.ND4J, "");
    Path older = jar("older", CudaPack.BINDINGS, "version=11.6-8.3-1.5.7\n");
    Path newer = jar("newer", CudaPack.BINDINGS, "version=13.1-9.19-1.5.13\n");
    installs();
    installs(new Path[] {older});
    installs(new Path[] {nd4j, older}, CudaPack.CUDA);
    installs(new Path[] {newer}, CudaPack.CUDA_13);
    installs(new Path[] {nd4j, older, newer}, CudaPack.CUDA, CudaPack.CUDA_13);
  }

  private static void installs() throws Exception {
    installs(new Path[0]);
  }

  private static void installs(Path[] jars, CudaPack... packs) throws Exception {
    URL[] urls = new URL[jars.length];
    for (int n = 0; n < urls.length; n++) {
      urls[n] = jars[n].toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      assertThat(CudaPack.installed(loader)).containsExactlyInAnyOrder(packs);
    }
  }

  private Path jar(String name, String file, String text) throws Exception {
    Path path = folder.resolve(name).resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return folder.resolve(name);
  }
}
