package org.tonearm.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.model.network.Cell;
import org.tonearm.model.network.Head;
import org.tonearm.model.network.HeadKind;
import org.tonearm.model.network.Optimisation;
import org.tonearm.model.network.RecurrentNetwork;
import org.tonearm.model.network.TrunkShape;

class CheckpointTest {
  @TempDir Path folder;

  /** Two epochs; dies where the second's loss is asked for, as a kill while it is written. */
  private static final class Killing extends AbstractList<Double> {
    @Override
    public Double get(int index) {
      if (index == 1) {
        throw new IllegalStateException("killed");
      }
      return 0.5;
    }

    @Override
    public int size() {
      return 2;
    }
  }

  @Test
  void aKillWhileTheCurveIsWrittenLeavesTheEpochBefore() throws Exception {
    ComputationGraph graph =
        RecurrentNetwork.build(
            new TrunkShape(Cell.INDRNN, 4, 1, 3, 0, 8, false),
            List.of(new Head("labels", 2, HeadKind.SOFTMAX, 1)),
            Optimisation.adam(1e-3, 1e-2),
            1);
    new Checkpoint(folder).save(graph, List.of(0.5));
    assertThatThrownBy(() -> new Checkpoint(folder).save(graph, new Killing()))
        .hasMessageContaining("killed");
    Checkpoint left = new Checkpoint(folder);
    assertThat(left.curve()).containsExactly(0.5);
    assertThat(left.load().params()).isEqualTo(graph.params());

    left.save(graph, List.of(0.5, 0.25));
    assertThat(left.curve()).containsExactly(0.5, 0.25);
    assertThat(left.load()).isNotNull();
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("curve.json", "epoch-2.zip");
  }
}
