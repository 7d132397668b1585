package org.tonearm.model.feature.backend;

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
 * The transforms that the scattering of a clip is made of, by libavutil and by JTransforms.
 *
 * <pre>
 * mvn -q -pl models -P jmh test-compile exec:exec -Dbenchmark=Fourier
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FourierBenchmark {
  /** Points. */
  @Param({"1024", "8192", "65536", "131072"})
  public int length;

  /** Whose. */
  @Param({"fastest", "jtransforms"})
  public String backend;

  private FourierTransform transform;
  private float[] data;

  /** Plans the transform. */
  @Setup
  public void plan() {
    FourierBackend chosen =
        backend.equals("fastest") ? FourierBackend.fastest() : new JTransformsBackend();
    transform = chosen.ofLength(length);
    data = new float[2 * length + 2];
  }

  /** Of a real signal. */
  @Benchmark
  public float[] forwardReal() {
    transform.forwardReal(data);
    return data;
  }

  /** Of a complex spectrum whose lower half is filled. */
  @Benchmark
  public float[] inverseComplex() {
    transform.inverseComplex(data, length / 2);
    return data;
  }
}
