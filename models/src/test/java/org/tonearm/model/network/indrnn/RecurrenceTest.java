package org.tonearm.model.network.indrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The recurrence in single precision against the one that the gradient checks prove. */
class RecurrenceTest {
  private static final int WINDOWS = 3;
  private static final int FRAMES = 17;
  private static final int UNITS = 37;

  private final Random random = new Random(5);
  private final LayerWorkspaceMgr workspaces = LayerWorkspaceMgr.noWorkspaces();
  private final INDArray projection = gaussian(WINDOWS, UNITS, FRAMES);
  private final INDArray epsilon = gaussian(WINDOWS, UNITS, FRAMES);
  private final double[] u = random.doubles(UNITS, -1, 1).toArray();
  private final double[] initial = random.doubles(WINDOWS * UNITS, 0, 1).toArray();
  private final Recurrence.Affine affine =
      new Recurrence.Affine(
          random.doubles(UNITS, 0.5, 1.5).toArray(), random.doubles(UNITS, -1, 1).toArray());

  @Test
  void bothPrecisionsAgreeUnmasked() {
    compare(null, null, 0);
  }

  @Test
  void bothPrecisionsAgreeMaskedWithAnInitialState() {
    boolean[] live = new boolean[WINDOWS * FRAMES];
    for (int i = 0; i < live.length; i++) {
      live[i] = random.nextInt(4) > 0;
    }
    compare(live, initial, 0);
  }

  @Test
  void bothPrecisionsAgreeTruncated() {
    compare(null, initial, 6);
  }

  private void compare(boolean[] live, double[] start, int first) {
    Run narrow = run(DataType.FLOAT, live, start, first);
    Run wide = run(DataType.DOUBLE, live, start, first);
    close(narrow.activations, wide.activations);
    close(narrow.last, wide.last);
    close(narrow.gradient, wide.gradient);
    assertThat(narrow.moments.count()).isEqualTo(wide.moments.count());
    close(narrow.moments.mean(), wide.moments.mean());
    close(narrow.moments.variance(), wide.moments.variance());
    close(narrow.sums.recurrent(), wide.sums.recurrent());
    close(narrow.sums.delta(), wide.sums.delta());
    close(narrow.sums.deltaProjection(), wide.sums.deltaProjection());
    assertThat(Arrays.stream(wide.activations).filter(h -> h > 0).count()).isGreaterThan(100);
  }

  @SuppressWarnings("ArrayRecordComponent") // read field by field
  private record Run(
      Recurrence.Moments moments,
      double[] activations,
      double[] last,
      Recurrence.Sums sums,
      double[] gradient) {}

  private Run run(DataType type, boolean[] live, double[] start, int first) {
    Recurrence recurrence = Recurrence.of(type);
    recurrence.load(frames(projection, type), live);
    FrameMatrix output = empty(type);
    recurrence.forward(affine, u, start, output);
    Recurrence.Moments moments = recurrence.moments();
    double[] last = recurrence.lastState();
    Recurrence.Sums sums = recurrence.backward(frames(epsilon, type), first);
    FrameMatrix gradient = empty(type);
    recurrence.projectionGradient(affine.scale(), affine.shift(), u, gradient);
    return new Run(moments, values(output), last, sums, values(gradient));
  }

  private FrameMatrix frames(INDArray sequence, DataType type) {
    return FrameMatrix.of(sequence, type, workspaces, ArrayType.INPUT);
  }

  private FrameMatrix empty(DataType type) {
    return FrameMatrix.create(workspaces, ArrayType.INPUT, type, WINDOWS, FRAMES, UNITS);
  }

  private static double[] values(FrameMatrix matrix) {
    return matrix.rows().dup('c').castTo(DataType.DOUBLE).data().asDouble();
  }

  private static void close(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-4 * (1 + Math.abs(expected[i]))));
    }
  }

  private INDArray gaussian(int... shape) {
    INDArray values = Nd4j.create(DataType.DOUBLE, Arrays.stream(shape).asLongStream().toArray());
    for (long i = 0; i < values.length(); i++) {
      values.putScalar(i, random.nextGaussian());
    }
    return values;
  }
}
