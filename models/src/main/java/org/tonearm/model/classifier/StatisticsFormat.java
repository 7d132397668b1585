package org.tonearm.model.classifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.tonearm.model.network.inference.Half;
import org.tonearm.model.statistics.Standardizer;
import org.tonearm.model.statistics.StatisticsModel;
import org.tonearm.model.statistics.SupportVectors;

/**
 * Standardizers and support vectors as bytes: big-endian, counts before values, support vectors in
 * half precision, all else in single or double.
 */
public final class StatisticsFormat {
  private static final int LARGEST = 1 << 24;

  private StatisticsFormat() {}

  /** Writes a machine and its standardizer; the stream stays open. */
  public static void write(DataOutputStream out, StatisticsModel model) throws IOException {
    write(out, model.standardizer());
    SupportVectors v = model.vectors();
    out.writeInt(v.classes());
    out.writeDouble(v.gamma());
    out.writeInt(v.vectors().length);
    out.writeInt(v.vectors()[0].length);
    for (float[] row : v.vectors()) {
      for (float value : row) {
        out.writeShort(Half.fromFloat(value));
      }
    }
    for (int count : v.countOfClass()) {
      out.writeInt(count);
    }
    for (double[] row : v.coefficients()) {
      doubles(out, row);
    }
    doubles(out, v.rho());
    doubles(out, v.plattA());
    doubles(out, v.plattB());
  }

  /**
   * Reads what {@link #write(DataOutputStream, StatisticsModel)} wrote.
   *
   * @throws IOException if it is cut short or states an impossible count
   */
  public static StatisticsModel readModel(DataInputStream in) throws IOException {
    Standardizer standardizer = readStandardizer(in);
    int classes = count(in);
    double gamma = in.readDouble();
    float[][] vectors = new float[count(in)][];
    int dimensions = count(in);
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = new float[dimensions];
      for (int j = 0; j < dimensions; j++) {
        vectors[i][j] = Half.toFloat(in.readShort());
      }
    }
    int[] counts = new int[classes];
    for (int c = 0; c < classes; c++) {
      counts[c] = in.readInt();
    }
    double[][] coefficients = new double[classes - 1][];
    for (int c = 0; c < classes - 1; c++) {
      coefficients[c] = readDoubles(in);
    }
    return new StatisticsModel(
        standardizer,
        new SupportVectors(
            classes,
            gamma,
            vectors,
            counts,
            coefficients,
            readDoubles(in),
            readDoubles(in),
            readDoubles(in)));
  }

  /** Writes a standardizer; the stream stays open. */
  public static void write(DataOutputStream out, Standardizer standardizer) throws IOException {
    floats(out, standardizer.mean());
    floats(out, standardizer.scale());
  }

  /** Reads what {@link #write(DataOutputStream, Standardizer)} wrote. */
  public static Standardizer readStandardizer(DataInputStream in) throws IOException {
    return new Standardizer(readFloats(in), readFloats(in));
  }

  private static void floats(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static float[] readFloats(DataInputStream in) throws IOException {
    float[] values = new float[count(in)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }

  private static void doubles(DataOutputStream out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  private static double[] readDoubles(DataInputStream in) throws IOException {
    double[] values = new double[count(in)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > LARGEST) {
      throw new IOException("damaged: a count of " + count);
    }
    return count;
  }
}
