package org.tonearm.model.description;

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
import org.tonearm.model.feature.Frames;

/**
 * The description of a window of 30 s (162 frames), on one thread: the whole, and block by block.
 *
 * <pre>
 * mvn -q -pl models -P jmh test-compile exec:exec -Dbenchmark=Description
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DescriptionBenchmark {
  private static final int FRAMES = 162;

  /** A block's name, or the whole. */
  @Param({"whole", "scat", "scov", "slogcov", "mlog", "mdlog", "corr", "tonal", "dyn"})
  public String part;

  private Frames frames;
  private HeardWindow window;
  private WindowDescription description;
  private Block block;

  /** Makes the window. */
  @Setup
  public void compose() {
    frames = MadeUpFrames.song(FRAMES);
    description = MadeUpFrames.description();
    window =
        HeardWindow.of(frames, new ScatteringRows(MadeUpFrames.LAYOUT), MadeUpFrames.projection());
    block =
        description.blocks().stream()
            .filter(candidate -> candidate.name().equals(part))
            .findFirst()
            .orElse(null);
  }

  /** All of it or one block. */
  @Benchmark
  public float[] describe() {
    return block == null ? description.of(frames) : block.of(window);
  }
}
