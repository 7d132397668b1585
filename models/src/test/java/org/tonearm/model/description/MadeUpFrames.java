package org.tonearm.model.description;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningExtractor;
import org.tonearm.model.feature.listening.ListeningLayout;
import org.tonearm.model.feature.scattering.ScatteringLayout;

/** Listening frames and a projection by the rules of the reference values' generator. */
final class MadeUpFrames {
  static final ScatteringLayout LAYOUT = new ListeningExtractor().scatteringLayout();
  static final int ROWS = 472;

  /** The rows to 8000 Hz, then the others. */
  private static final int[] ORDER =
      Stream.of(true, false)
          .flatMap(heard -> LAYOUT.paths().stream().filter(p -> p.xi1() <= 8000 == heard))
          .mapToInt(path -> path.row())
          .toArray();

  private MadeUpFrames() {}

  static WindowDescription description() {
    return new WindowDescription(EvenLevel.NONE, new ScatteringRows(LAYOUT), projection());
  }

  static FrameProjection projection() {
    Numbers numbers = new Numbers(7);
    float[] mean = new float[ROWS];
    float[] scale = new float[ROWS];
    float[][] axes = new float[30][ROWS];
    float[] eigenvalues = new float[30];
    IntStream.range(0, ROWS).forEach(j -> mean[j] = (float) (-4 + 0.1 * numbers.next()));
    IntStream.range(0, ROWS).forEach(j -> scale[j] = (float) (0.5 + numbers.next()));
    for (int k = 0; k < 30; k++) {
      for (int j = 0; j < ROWS; j++) {
        axes[k][j] = (float) (0.2 * numbers.next() - 0.1);
      }
      eigenvalues[k] = 30 - k;
    }
    return new FrameProjection(mean, scale, axes, eigenvalues);
  }

  static Frames song(int count) {
    Numbers numbers = new Numbers(1);
    return frames(count, (n, j) -> (float) (song(n, j) + numbers.next()));
  }

  private static double song(int n, int j) {
    if (j < ListeningLayout.MEL_FROM) {
      return -4 + Math.sin(0.02 * j + 0.3 * n);
    }
    if (j < ListeningLayout.PITCH_FROM) {
      int step = (j - ListeningLayout.MEL_FROM) / 80;
      int band = (j - ListeningLayout.MEL_FROM) % 80;
      return -2 - 0.03 * band + 1.5 * Math.sin(0.1 * (8 * n + step)) * Math.cos(0.2 * band);
    }
    int note = (j - ListeningLayout.PITCH_FROM) % 72;
    int root = n / 10 * 5 % 12;
    return -3 + (List.of(0, 4, 7).contains(Math.floorMod(note - root, 12)) ? 2 : 0);
  }

  static Frames noise(int count, long seed) {
    Numbers numbers = new Numbers(seed);
    return frames(count, (n, j) -> (float) (10 * numbers.next() - 8));
  }

  static Frames constant(int count, float value) {
    return frames(count, (n, j) -> value);
  }

  static Frames frames(int count, Rule rule) {
    float[] values = new float[count * ListeningLayout.DIMENSIONS];
    for (int n = 0; n < count; n++) {
      for (int j = 0; j < ListeningLayout.DIMENSIONS; j++) {
        int at = j < ORDER.length ? ORDER[j] : j;
        values[n * ListeningLayout.DIMENSIONS + at] = rule.value(n, j);
      }
    }
    return new Frames(count, ListeningLayout.DIMENSIONS, values);
  }

  /** What stands in frame n at value j, the rows that are heard first. */
  interface Rule {
    float value(int n, int j);
  }

  /** Evenly spread numbers, 0 to 1: a linear congruential generator. */
  private static final class Numbers {
    private long state;

    Numbers(long seed) {
      state = seed;
    }

    double next() {
      state = (1664525 * state + 1013904223) % (1L << 32);
      return state / (double) (1L << 32);
    }
  }
}
