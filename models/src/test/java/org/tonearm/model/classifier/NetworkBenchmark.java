package org.tonearm.model.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningLayout;
import org.tonearm.model.feature.listening.MelPicture;
import org.tonearm.model.network.Cell;
import org.tonearm.model.network.Convolutions;
import org.tonearm.model.network.Head;
import org.tonearm.model.network.HeadKind;
import org.tonearm.model.network.Optimisation;
import org.tonearm.model.network.RecurrentNetwork;
import org.tonearm.model.network.TrunkShape;
import org.tonearm.model.network.inference.WeightExtraction;
import org.tonearm.model.statistics.Standardizer;

/**
 * What one network takes for a window of 30 s whose frames are known.
 *
 * <pre>
 * mvn -q -pl models -P jmh test-compile exec:exec -Dbenchmark=NetworkBenchmark
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class NetworkBenchmark {
  private static final int FRAMES = 162;
  private static final int WINDOW = 54;

  /** INDRNN as shipped, or GRU on convolutions. */
  @Param({"INDRNN", "GRU"})
  public Cell cell;

  private NetworkListener network;
  private Frames window;

  /** Builds the network, with weights as they are before training. */
  @Setup
  public void open() {
    TrunkShape trunk = trunk();
    List<Head> heads = List.of(new Head("genre", 14, HeadKind.SOFTMAX, 1));
    float[] scale = new float[trunk.inputs()];
    Arrays.fill(scale, 1);
    network =
        new NetworkListener(
            WeightExtraction.extract(
                RecurrentNetwork.build(trunk, heads, Optimisation.adam(1e-3, 0), 1), trunk, heads),
            new Standardizer(new float[trunk.inputs()], scale),
            "genre");
    Random random = new Random(1);
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < FRAMES; i++) {
      float[] row = new float[ListeningLayout.DIMENSIONS];
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) random.nextGaussian();
      }
      rows.add(row);
    }
    window = Frames.of(rows, ListeningLayout.DIMENSIONS);
  }

  private TrunkShape trunk() {
    if (cell == Cell.GRU) {
      Convolutions maps = new Convolutions(MelPicture.STEPS, MelPicture.BANDS, List.of(16, 32, 48));
      return new TrunkShape(cell, maps.inputs(), 1, 96, 0, WINDOW, false, Optional.of(maps));
    }
    return new TrunkShape(cell, ListeningLayout.SCATTERING, 5, 256, 0, WINDOW, true);
  }

  /** One window. */
  @Benchmark
  public double[] hear() {
    return network.logProbabilities(window);
  }

  /** Gives native memory back. */
  @TearDown
  public void close() {
    network.close();
  }
}
