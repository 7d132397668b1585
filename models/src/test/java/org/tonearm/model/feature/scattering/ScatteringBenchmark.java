package org.tonearm.model.feature.scattering;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * Measures the processor time of the transform of a clip of 30 s, on one thread. To run, from the
 * project's root:
 *
 * <pre>
 * mvn -q -pl models -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp models/target/classes:models/target/test-classes:$(cat models/target/classpath) \
 *   org.tonearm.model.feature.scattering.ScatteringBenchmark 40
 * </pre>
 */
final class ScatteringBenchmark {
  private static final int CLIP = 661_500;

  private ScatteringBenchmark() {}

  /** Arguments: runs (20 by default). */
  public static void main(String[] arguments) {
    int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    float[] clip = Signals.music(CLIP, 1);
    ScatteringExtractor extractor = new ScatteringExtractor();
    double[] seconds = new double[runs];
    for (int run = 0; run < runs; run++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      int frames = Signals.frames(extractor, clip).size();
      seconds[run] =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) * 1e-9;
      System.out.printf(Locale.ROOT, "run %d: %d frames, %.4f s%n", run, frames, seconds[run]);
    }
    Arrays.sort(seconds);
    System.out.printf(
        Locale.ROOT,
        "processor seconds for a clip of 30 s: median %.4f, best %.4f%n",
        seconds[runs / 2],
        seconds[0]);
  }
}
