package org.tonearm.model.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.network.paper.PaperInput;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.statistics.Standardizer;
import org.tonearm.model.suite.measure.ClipHearing;
import org.tonearm.model.suite.piece.PieceCutter;

class ClipHearingTest {
  private static final int DIMENSIONS = 5;
  private static final int CLASSES = 3;
  private static final int PIECES_A_PASS = 4;

  /** Lengths that end within a piece, and passes that end within a clip. */
  private static final List<Integer> LENGTHS = List.of(17, 3, 40, 8, 25);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void clipsHeardTogetherSoundAsEachAlone(int shape) {
    PaperNetwork network = TinyNetworks.all().get(shape);
    ComputationGraph graph = network.build(DIMENSIONS, CLASSES, 1);
    ClipHearing hearing = new ClipHearing(graph, cutter(network.input()), PIECES_A_PASS);
    List<Frames> clips = clips();

    List<List<float[]>> together = hearing.outputs(clips);

    assertThat(together).hasSameSizeAs(clips);
    for (int c = 0; c < clips.size(); c++) {
      List<float[]> alone = hearing.outputs(clips.get(c));
      assertThat(together.get(c)).hasSameSizeAs(alone);
      for (int i = 0; i < alone.size(); i++) {
        assertThat(together.get(c).get(i)).containsExactly(alone.get(i), within(1e-5f));
      }
    }
    assertThat(together.get(0).get(0)).isNotEqualTo(together.get(2).get(0));
  }

  private static PieceCutter cutter(PaperInput input) {
    float[] ones = new float[DIMENSIONS];
    Arrays.fill(ones, 1);
    return new PieceCutter(input, new Standardizer(new float[DIMENSIONS], ones));
  }

  private static List<Frames> clips() {
    Random random = new Random(7);
    List<Frames> clips = new ArrayList<>();
    for (int length : LENGTHS) {
      float[] values = new float[length * DIMENSIONS];
      IntStream.range(0, values.length).forEach(i -> values[i] = (float) random.nextGaussian());
      clips.add(new Frames(length, DIMENSIONS, values));
    }
    return clips;
  }
}
