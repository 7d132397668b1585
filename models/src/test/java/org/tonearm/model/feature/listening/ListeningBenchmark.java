package org.tonearm.model.feature.listening;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.scattering.ScatteringExtractor;

/**
 * Measures the processor time of the frames of a clip of 30 s, on one thread, and what of it the
 * scattering transform takes. To run, from the project's root:
 *
 * <pre>
 * mvn -q -pl models -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp models/target/classes:models/target/test-classes:$(cat models/target/classpath) \
 *   org.tonearm.model.feature.listening.ListeningBenchmark 40
 * </pre>
 */
final class ListeningBenchmark {
  private static final int CLIP = 661_500;

  private ListeningBenchmark() {}

  /** Arguments: runs (20 by default). */
  public static void main(String[] arguments) {
    int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    Random random = new Random(1);
    float[] clip = new float[CLIP];
    for (int t = 0; t < CLIP; t++) {
      double decay = Math.exp(-(t % 11_025) / 3000.0);
      clip[t] = (float) (decay * Math.sin(0.06 * t) + 0.05 * random.nextGaussian());
    }
    median("scattering alone", new ScatteringExtractor(), clip, runs);
    median("listening", new ListeningExtractor(), clip, runs);
  }

  private static void median(String name, FeatureExtractor extractor, float[] clip, int runs) {
    double[] millis = new double[runs];
    for (int run = 0; run < runs; run++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      frames(extractor, clip);
      millis[run] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) * 1e-6;
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT, "%s: median %.1f ms, best %.1f ms%n", name, millis[runs / 2], millis[0]);
  }

  private static Frames frames(FeatureExtractor extractor, float[] clip) {
    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = extractor.open(frames::add);
    stream.push(clip, 0, clip.length);
    stream.finish();
    return Frames.of(frames, extractor.dimensions());
  }
}
