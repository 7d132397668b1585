package org.tonearm.model.pretrained;

import java.util.List;
import java.util.Random;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.WindowResult;
import org.tonearm.model.feature.listening.ListeningLayout;

/**
 * What a model that ships takes for a window of 30 s: network, description, machines and gate.
 *
 * <pre>
 * mvn -q -pl models -P jmh test-compile exec:exec -Dbenchmark=Model
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ModelBenchmark {
  private static final int FRAMES = 162;

  /** The model's id. */
  @Param({"genre-indrnn-2", "mood-indrnn-2", "genre-song-lstm-1"})
  public String model;

  private Classifier classifier;
  private float[][] window;

  /** Opens the model. */
  @Setup
  public void open() throws Exception {
    classifier = new PretrainedModels().open(model);
    Random random = new Random(1);
    int width =
        classifier.info().featureId().startsWith("listening")
            ? ListeningLayout.DIMENSIONS
            : ListeningLayout.SCATTERING;
    window = new float[FRAMES][width];
    for (float[] frame : window) {
      for (int i = 0; i < width; i++) {
        frame[i] = (float) (-2 + random.nextGaussian());
      }
    }
  }

  /** One window, each time another: what was made of one that is known is not made again. */
  @Benchmark
  public List<WindowResult> score() {
    window[0][0] = Math.nextUp(window[0][0]);
    return classifier.score(List.<float[][]>of(window));
  }

  /** Gives native memory back. */
  @TearDown
  public void close() {
    classifier.close();
  }
}
