package org.tonearm.model.classifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tonearm.model.description.EvenLevel;
import org.tonearm.model.description.FrameProjection;
import org.tonearm.model.description.ScatteringRows;
import org.tonearm.model.description.WindowDescription;
import org.tonearm.model.stacking.DescriptionProjection;
import org.tonearm.model.stacking.Questionnaire;
import org.tonearm.model.stacking.StackedModel;
import org.tonearm.model.stacking.StackedRows;
import org.tonearm.model.statistics.GaussianKernel;
import org.tonearm.model.statistics.KernelRidge;
import org.tonearm.model.statistics.RowSet;
import org.tonearm.model.statistics.SupportVectors;

/**
 * A {@link StackedModel} as bytes, in the manner of {@link StatisticsFormat}: the axes of
 * descriptions, the questionnaire's rows and the support vectors in half precision, all else in
 * single or double.
 */
final class StackedFormat {
  private StackedFormat() {}

  static void write(DataOutputStream out, StackedModel model) throws IOException {
    write(out, model.description().level());
    write(out, model.description());
    DescriptionProjection projection = model.rows().projection();
    StatisticsFormat.write(out, projection.standardizer());
    StatisticsFormat.halves(out, projection.axes().toArray());
    write(out, model.rows().questionnaire());
    StatisticsFormat.write(out, model.rows().answers());
    StatisticsFormat.write(out, model.machine());
  }

  /**
   * Reads a model.
   *
   * @param evened false for one of the format that had no {@link EvenLevel}
   */
  static StackedModel read(DataInputStream in, boolean evened) throws IOException {
    EvenLevel level = evened ? readLevel(in) : EvenLevel.NONE;
    WindowDescription description = readDescription(in, level);
    DescriptionProjection projection =
        new DescriptionProjection(
            StatisticsFormat.readStandardizer(in), RowSet.of(StatisticsFormat.readHalves(in)));
    Questionnaire questionnaire = readQuestionnaire(in);
    StackedRows rows =
        new StackedRows(projection, questionnaire, StatisticsFormat.readStandardizer(in));
    SupportVectors machine = StatisticsFormat.readVectors(in);
    return new StackedModel(description, rows, machine);
  }

  private static void write(DataOutputStream out, EvenLevel level) throws IOException {
    out.writeDouble(level.share());
    out.writeDouble(level.reference());
    integers(out, level.summed());
    integers(out, level.moved());
  }

  private static EvenLevel readLevel(DataInputStream in) throws IOException {
    return new EvenLevel(in.readDouble(), in.readDouble(), readIntegers(in), readIntegers(in));
  }

  private static void write(DataOutputStream out, WindowDescription description)
      throws IOException {
    integers(out, description.rows().numbers());
    FrameProjection frames = description.projection();
    StatisticsFormat.floats(out, frames.mean());
    StatisticsFormat.floats(out, frames.scale());
    out.writeInt(frames.axes().length);
    for (float[] axis : frames.axes()) {
      StatisticsFormat.floats(out, axis);
    }
    StatisticsFormat.floats(out, frames.eigenvalues());
  }

  private static WindowDescription readDescription(DataInputStream in, EvenLevel level)
      throws IOException {
    ScatteringRows rows = new ScatteringRows(readIntegers(in));
    float[] mean = StatisticsFormat.readFloats(in);
    float[] scale = StatisticsFormat.readFloats(in);
    float[][] axes = new float[StatisticsFormat.count(in)][];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = StatisticsFormat.readFloats(in);
    }
    return new WindowDescription(
        level, rows, new FrameProjection(mean, scale, axes, StatisticsFormat.readFloats(in)));
  }

  private static void write(DataOutputStream out, Questionnaire questionnaire) throws IOException {
    out.writeDouble(questionnaire.kernel().gamma());
    StatisticsFormat.halves(out, questionnaire.rows().toArray());
    out.writeInt(questionnaire.questions().size());
    for (KernelRidge question : questionnaire.questions()) {
      out.writeInt(question.outputs());
      integers(out, question.rows());
      for (float[] coefficients : question.coefficients()) {
        StatisticsFormat.floats(out, coefficients);
      }
    }
  }

  private static Questionnaire readQuestionnaire(DataInputStream in) throws IOException {
    GaussianKernel kernel = new GaussianKernel(in.readDouble());
    RowSet rows = RowSet.of(StatisticsFormat.readHalves(in));
    int count = StatisticsFormat.count(in);
    List<KernelRidge> questions = new ArrayList<>();
    for (int q = 0; q < count; q++) {
      questions.add(readRidge(in));
    }
    return new Questionnaire(kernel, rows, questions);
  }

  private static KernelRidge readRidge(DataInputStream in) throws IOException {
    int outputs = StatisticsFormat.count(in);
    int[] rows = readIntegers(in);
    float[][] coefficients = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      coefficients[i] = StatisticsFormat.readFloats(in);
    }
    return new KernelRidge(outputs, rows, coefficients);
  }

  private static void integers(DataOutputStream out, int[] values) throws IOException {
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  private static int[] readIntegers(DataInputStream in) throws IOException {
    int[] values = new int[StatisticsFormat.count(in)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
    return values;
  }
}
