package org.tonearm.model.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.NpyFile;

class WindowDescriptionTest {
  private final WindowDescription description = MadeUpFrames.description();

  record Case(String name, Frames frames) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case("song", MadeUpFrames.song(40)),
        new Case("noise", MadeUpFrames.noise(7, 2)),
        new Case("single", MadeUpFrames.noise(1, 3)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithNumPy(Case given) throws IOException {
    double[] expected = NpyFile.vector("/org/tonearm/model/description/" + given.name + ".npy");
    float[] actual = description.of(given.frames);
    assertThat(actual).hasSameSizeAs(expected);
    int at = 0;
    for (Block block : description.blocks()) {
      double largest = 0;
      for (int i = 0; i < block.size(); i++) {
        largest = Math.max(largest, Math.abs(expected[at + i]));
      }
      for (int i = 0; i < block.size(); i++, at++) {
        double tolerance = 1e-4 * Math.abs(expected[at]) + 1e-5 * largest;
        assertThat((double) actual[at])
            .as("%s, value %d", block.name(), i)
            .isCloseTo(expected[at], within(tolerance));
      }
    }
  }

  @Test
  void blocksStandInTheirOrder() {
    assertThat(description.blocks())
        .extracting(Block::name, Block::size)
        .containsExactly(
            tuple("scat", 2360),
            tuple("scov", 495),
            tuple("slogcov", 465),
            tuple("mlog", 230),
            tuple("mdlog", 210),
            tuple("corr", 325),
            tuple("tonal", 67),
            tuple("dyn", 49));
    assertThat(description.size()).isEqualTo(4201);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 50})
  void isFiniteWhateverIsHeard(int count) {
    float floor = (float) Math.log(1e-5);
    for (Frames frames :
        List.of(
            MadeUpFrames.constant(count, floor),
            MadeUpFrames.constant(count, 0),
            MadeUpFrames.constant(count, 10),
            MadeUpFrames.frames(count, (n, j) -> n % 2 == 0 ? floor : 10),
            MadeUpFrames.frames(count, (n, j) -> j % 2 == 0 ? floor : 10),
            MadeUpFrames.frames(count, (n, j) -> j % 5 == 0 ? Float.NaN : n),
            MadeUpFrames.frames(count, (n, j) -> Float.POSITIVE_INFINITY),
            MadeUpFrames.noise(count, 9))) {
      float[] before = frames.values().clone();
      for (float value : description.of(frames)) {
        assertThat(value).isFinite();
      }
      assertThat(frames.values()).isEqualTo(before);
    }
  }

  @Test
  void whatLiesAbove8000HertzIsNotHeard() {
    Frames changed = MadeUpFrames.noise(5, 4);
    float[] before = description.of(changed);
    MadeUpFrames.LAYOUT.paths().stream()
        .filter(path -> path.xi1() > 8000)
        .forEach(path -> changed.values()[2 * 1309 + path.row()] += 1);
    assertThat(description.of(changed)).isEqualTo(before);
    changed.values()[2 * 1309] += 1;
    assertThat(description.of(changed)).isNotEqualTo(before);
  }

  @Test
  void refusesWhatItCanNotDescribe() {
    assertThatThrownBy(() -> description.of(new Frames(0, 1309, new float[0])))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> description.of(new Frames(1, 525, new float[525])))
        .isInstanceOf(IllegalArgumentException.class);
    FrameProjection other =
        new FrameProjection(new float[3], new float[3], new float[2][3], new float[2]);
    ScatteringRows rows = new ScatteringRows(MadeUpFrames.LAYOUT);
    assertThatThrownBy(() -> new WindowDescription(EvenLevel.NONE, rows, other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bandsThatDoNotVaryCorrelateWithNone() {
    Frames frames =
        MadeUpFrames.frames(
            9, (n, j) -> j >= 525 && (j - 525) % 80 < 3 ? -5 : (float) Math.sin(n * j));
    float[] row = description.of(frames);
    int from = 2360 + 495 + 465 + 230 + 210;
    assertThat(Arrays.copyOfRange(row, from, from + 25)).containsOnly(0);
    assertThat(Arrays.copyOfRange(row, from + 25, from + 325)).doesNotContain(0);
  }
}
