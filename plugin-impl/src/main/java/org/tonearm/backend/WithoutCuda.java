package org.tonearm.backend;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.nd4j.common.config.ND4JClassLoading;

/**
 * Hides ND4J's CUDA backend from ND4J, which else prefers it to the processor whenever it is on the
 * class path, and loads its libraries to see whether they work. Thread-safe.
 */
final class WithoutCuda extends ClassLoader {
  private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";
  private static final String CUDA = "org.nd4j.linalg.jcublas";

  WithoutCuda(ClassLoader parent) {
    super(parent);
  }

  /** Has ND4J look for its backends through this; to be called before ND4J is first used. */
  static void install() {
    ND4JClassLoading.setNd4jClassloader(new WithoutCuda(WithoutCuda.class.getClassLoader()));
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> found = super.getResources(name);
    if (!name.equals(SERVICE)) {
      return found;
    }
    List<URL> others = new ArrayList<>();
    for (URL url : Collections.list(found)) {
      try (InputStream in = url.openStream()) {
        if (!new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(CUDA)) {
          others.add(url);
        }
      }
    }
    return Collections.enumeration(others);
  }
}
