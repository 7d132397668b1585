package org.tonearm.model.feature.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tonearm.api.feature.FeatureStream;

/**
 * All features of a clip of 30 s, on one thread.
 *
 * <pre>
 * mvn -q -pl models -P jmh test-compile exec:exec -Dbenchmark=Listening
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ListeningBenchmark {
  private static final int CLIP = 661_500;

  private final ListeningExtractor extractor = new ListeningExtractor();
  private final float[] clip = new float[CLIP];

  /** Makes the clip. */
  @Setup
  public void compose() {
    Random random = new Random(1);
    for (int t = 0; t < CLIP; t++) {
      double decay = Math.exp(-(t % 11_025) / 3000.0);
      clip[t] = (float) (decay * Math.sin(0.06 * t) + 0.05 * random.nextGaussian());
    }
  }

  /** The whole of it. */
  @Benchmark
  public List<float[]> listen() {
    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = extractor.open(frames::add);
    stream.push(clip, 0, clip.length);
    stream.finish();
    return frames;
  }
}
