package org.tonearm.model.suite.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.network.paper.PaperFeature;
import org.tonearm.model.network.paper.PaperInput;
import org.tonearm.model.statistics.Standardizer;

class PieceStreamTest {
  private static final Standardizer PLAIN =
      new Standardizer(new float[] {0, 10}, new float[] {1, 0.5f});

  private static PieceCutter cutter(int length, int hop, PaperInput.Shape shape) {
    return new PieceCutter(new PaperInput(PaperFeature.MEL, length, hop, shape), PLAIN);
  }

  /** Frame i is (i, 10 + 2 i), so that both standardised values are i. */
  private static Frames frames(int count) {
    float[] values = new float[2 * count];
    for (int i = 0; i < count; i++) {
      values[2 * i] = i;
      values[2 * i + 1] = 10 + 2 * i;
    }
    return new Frames(count, 2, values);
  }

  private static LabelledClip clip(int index) {
    String id = String.valueOf(index);
    return new LabelledClip(new Clip(Path.of(id), id, "tiny", id, 30, Map.of()), index);
  }

  @Test
  void theLastPartOfAClipIsDroppedAndAShortClipPadded() {
    PieceCutter cutter = cutter(4, 2, PaperInput.Shape.SEQUENCE);
    assertThat(cutter.count(frames(4))).isEqualTo(1);
    assertThat(cutter.count(frames(7))).isEqualTo(2);
    assertThat(cutter.count(frames(8))).isEqualTo(3);
    assertThat(cutter.count(frames(2))).isEqualTo(1);
    try (INDArray x =
        cutter.array(
            List.of(
                new PieceCutter.Piece(frames(7), 1, 0), new PieceCutter.Piece(frames(2), 0, 0)))) {
      assertThat(x.shape()).containsExactly(2, 2, 4);
      assertThat(x.data().asFloat())
          .containsExactly(2, 3, 4, 5, 2, 3, 4, 5, 0, 1, 1, 1, 0, 1, 1, 1);
    }
  }

  @Test
  void eachShapeLaysThePieceOutItsWay() {
    List<PieceCutter.Piece> one = List.of(new PieceCutter.Piece(frames(3), 0, 0));
    assertThat(cutter(1, 1, PaperInput.Shape.FRAME).array(one).shape()).containsExactly(1, 2);
    assertThat(cutter(3, 3, PaperInput.Shape.IMAGE).array(one).shape()).containsExactly(1, 1, 2, 3);
  }

  @Test
  void anEpochGivesEachPieceOnceWhateverIsHeldInMemory() throws Exception {
    List<LabelledClip> clips = IntStream.range(0, 9).mapToObj(PieceStreamTest::clip).toList();
    List<String> sizes = new ArrayList<>();
    for (long held : new long[] {1, 30, 1000}) {
      PieceStream stream =
          new PieceStream(
              clip -> frames(4 + Integer.parseInt(clip.id())),
              cutter(2, 2, PaperInput.Shape.SEQUENCE),
              held);
      List<String> seen = new ArrayList<>();
      stream.epoch(
          clips,
          4,
          5,
          batch -> {
            batch.forEach(p -> seen.add(p.truth() + "/" + p.index()));
            sizes.add(held + ":" + batch.size());
            return true;
          });
      // clip i has (4 + i) / 2 pieces: 2 2 3 3 4 4 5 5 6
      assertThat(seen).hasSize(34).doesNotHaveDuplicates();
      assertThat(seen.subList(0, 4)).isNotEqualTo(List.of("0/0", "0/1", "1/0", "1/1"));
    }
    assertThat(sizes).filteredOn(s -> !s.endsWith(":4")).containsExactly("1:2", "30:2", "1000:2");
  }

  @Test
  void momentsAreThoseOfAllFrames() {
    FrameMoments moments = new FrameMoments(2);
    moments.add(new Frames(1, 2, new float[] {1, 3}));
    moments.add(new Frames(2, 2, new float[] {2, 3, 6, 3}));
    Standardizer standardizer = moments.standardizer();
    assertThat(standardizer.mean()).containsExactly(3f, 3f);
    // variance (4 + 1 + 9) / 3
    assertThat((double) standardizer.scale()[0]).isCloseTo(Math.sqrt(3.0 / 14), within(1e-6));
    assertThat(standardizer.scale()[1]).isZero();
  }
}
