package org.tonearm.backend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;

/**
 * What has to be installed for a card, by the name of its Maven profile. The packs hold different
 * versions of the same libraries, so that only one of them can be used at a time.
 */
public enum CudaPack {
  /** ND4J's CUDA backend: from Kepler's last cards to before Hopper. */
  CUDA("cuda", 37, 89),
  /** CUDA 13, whose compiler is there too: from Turing on. */
  CUDA_13("cuda-13", 75, Integer.MAX_VALUE);

  /** The class by which the first is known. */
  static final String ND4J = "org/nd4j/linalg/jcublas/JCublasBackend.class";

  /** What tells the version of CUDA's bindings, as Maven left it in the jar. */
  static final String BINDINGS = "META-INF/maven/org.bytedeco/cuda/pom.properties";

  private final String profile;
  private final int oldest;
  private final int newest;

  CudaPack(String profile, int oldest, int newest) {
    this.profile = profile;
    this.oldest = oldest;
    this.newest = newest;
  }

  /** The packs on a class path. No class is loaded. */
  static Set<CudaPack> installed(ClassLoader loader) {
    Set<CudaPack> packs = EnumSet.noneOf(CudaPack.class);
    if (loader.getResource(ND4J) != null) {
      packs.add(CUDA);
    }
    try {
      for (URL url : Collections.list(loader.getResources(BINDINGS))) {
        Properties properties = new Properties();
        try (InputStream in = url.openStream()) {
          properties.load(in);
        }
        if (properties.getProperty("version", "").startsWith("13.")) {
          packs.add(CUDA_13);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the jars of CUDA's bindings can't be read", e);
    }
    return packs;
  }

  /** The pack to install for a card. */
  static CudaPack forCard(Card card) {
    return CUDA.runs(card) ? CUDA : CUDA_13;
  }

  /** Whether a pack has code for a card. */
  boolean runs(Card card) {
    return card.capability() >= oldest && card.capability() <= newest;
  }

  /** The name of its profile. */
  String profile() {
    return profile;
  }
}
