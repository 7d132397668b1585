package org.tonearm.model.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tonearm.model.description.FrameProjection;
import org.tonearm.model.description.ScatteringRows;
import org.tonearm.model.description.WindowDescription;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningLayout;
import org.tonearm.model.stacking.DescriptionBlock;
import org.tonearm.model.stacking.DescriptionProjection;
import org.tonearm.model.stacking.Questionnaire;
import org.tonearm.model.stacking.StackedModel;
import org.tonearm.model.stacking.StackedRows;
import org.tonearm.model.statistics.GaussianKernel;
import org.tonearm.model.statistics.KernelRidge;
import org.tonearm.model.statistics.Standardizer;
import org.tonearm.model.statistics.SupportVectorTraining;

class StackedFormatTest {
  private static final int WINDOWS = 24;

  private final Random random = new Random(5);

  @Test
  void aWrittenModelScoresAsTheOneInMemory() throws Exception {
    StackedModel model = model();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StackedFormat.write(new DataOutputStream(bytes), model);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    StackedModel read = StackedFormat.read(in);
    assertThat(in.read()).isEqualTo(-1);
    for (int i = 0; i < 4; i++) {
      Frames window = window(i % 2);
      double[] wanted = model.logProbabilities(window);
      double[] found = read.logProbabilities(window);
      // Axes, rows and vectors travel in half precision.
      assertThat(found).usingComparatorWithPrecision(5e-3).containsExactly(wanted);
      assertThat(Math.exp(found[0]) + Math.exp(found[1])).isCloseTo(1, within(1e-6));
    }
  }

  private StackedModel model() {
    int[] numbers = IntStream.range(0, 40).map(i -> 3 * i).toArray();
    ScatteringRows heard = new ScatteringRows(numbers);
    List<Frames> windows = IntStream.range(0, WINDOWS).mapToObj(i -> window(i % 2)).toList();
    FrameProjection frames = FrameProjection.fit(heard.of(joined(windows)), 30);
    WindowDescription description = new WindowDescription(heard, frames);
    List<float[]> described = windows.stream().map(description::of).toList();
    DescriptionProjection projection =
        DescriptionProjection.fit(
            described, List.of(new DescriptionBlock("all", description.size(), 1)), 10);
    List<float[]> rows = described.stream().map(projection::apply).toList();
    GaussianKernel kernel = new GaussianKernel(StackedRows.DESCRIBED);
    float[][] targets = new float[WINDOWS][2];
    int[] labels = new int[WINDOWS];
    for (int i = 0; i < WINDOWS; i++) {
      labels[i] = i % 2;
      targets[i][labels[i]] = 1;
    }
    KernelRidge question =
        KernelRidge.train(
            kernel.among(rows), IntStream.range(0, WINDOWS).toArray(), targets, 2, 0.3);
    Questionnaire questionnaire =
        new Questionnaire(kernel, rows.toArray(float[][]::new), List.of(question));
    Standardizer answers = Standardizer.fit(rows.stream().map(questionnaire::answers).toList());
    StackedRows stacked = new StackedRows(projection, questionnaire, answers);
    return new StackedModel(
        description,
        stacked,
        SupportVectorTraining.BASELINE.train(
            described.stream().map(stacked::row).toList(), labels, 2, StackedRows.GAMMA));
  }

  private Frames window(int label) {
    float[] values = new float[12 * ListeningLayout.DIMENSIONS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() + (i % 2 == label ? 0.3 : 0));
    }
    return new Frames(12, ListeningLayout.DIMENSIONS, values);
  }

  private static Frames joined(List<Frames> windows) {
    List<float[]> rows = new ArrayList<>();
    for (Frames window : windows) {
      for (int i = 0; i < window.count(); i++) {
        rows.add(window.window(i, 1).values());
      }
    }
    return Frames.of(rows, ListeningLayout.DIMENSIONS);
  }
}
