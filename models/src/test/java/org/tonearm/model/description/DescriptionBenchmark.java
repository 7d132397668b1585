package org.tonearm.model.description;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.tonearm.model.feature.Frames;

/**
 * Measures the processor time of the description of a window of 30 s (162 frames), on one thread,
 * and of each block. To run, from the project's root:
 *
 * <pre>
 * mvn -q -pl models -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp models/target/classes:models/target/test-classes:$(cat models/target/classpath) \
 *   org.tonearm.model.description.DescriptionBenchmark 200
 * </pre>
 */
final class DescriptionBenchmark {
  private static final int FRAMES = 162;

  private DescriptionBenchmark() {}

  /** Arguments: runs (200 by default). */
  public static void main(String[] arguments) {
    int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    Frames frames = MadeUpFrames.song(FRAMES);
    WindowDescription description = MadeUpFrames.description();
    ScatteringRows rows = new ScatteringRows(MadeUpFrames.LAYOUT);
    FrameProjection projection = MadeUpFrames.projection();
    HeardWindow window = HeardWindow.of(frames, rows, projection);
    median("whole", runs, () -> description.of(frames));
    median("cut", runs, () -> HeardWindow.of(frames, rows, projection));
    for (Block block : description.blocks()) {
      median(block.name(), runs, () -> block.of(window));
    }
  }

  private static void median(String name, int runs, Runnable work) {
    double[] millis = new double[runs];
    for (int run = 0; run < runs; run++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      work.run();
      millis[run] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) * 1e-6;
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT, "%s: median %.2f ms, best %.2f ms%n", name, millis[runs / 2], millis[0]);
  }
}
