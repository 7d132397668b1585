package org.tonearm.model.feature.scattering;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The scattering transform of a clip of 30 s, on one thread: all rows, and those up to 8 kHz.
 *
 * <pre>
 * mvn -q -pl models -P jmh test-compile exec:exec -Dbenchmark=Scattering
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ScatteringBenchmark {
  private static final int CLIP = 661_500;

  /** Centre of the highest band, in Hz. */
  @Param({"Infinity", "8000"})
  public double highestHz;

  private ScatteringExtractor extractor;
  private float[] clip;

  /** Makes the clip. */
  @Setup
  public void compose() {
    clip = Signals.music(CLIP, 1);
    extractor = new ScatteringExtractor(highestHz);
  }

  /** The whole of it. */
  @Benchmark
  public Object scatter() {
    return Signals.frames(extractor, clip);
  }
}
