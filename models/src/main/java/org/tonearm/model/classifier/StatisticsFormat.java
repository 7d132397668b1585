package org.tonearm.model.classifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.tonearm.model.network.inference.Half;
import org.tonearm.model.statistics.RowSet;
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
    write(out, model.vectors());
  }

  static void write(DataOutputStream out, SupportVectors v) throws IOException {
    out.writeInt(v.classes());
    out.writeDouble(v.gamma());
    halves(out, v.vectors().toArray());
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
    return new StatisticsModel(readStandardizer(in), readVectors(in));
  }

  static SupportVectors readVectors(DataInputStream in) throws IOException {
    int classes = count(in);
    double gamma = in.readDouble();
    RowSet vectors = RowSet.of(readHalves(in));
    int[] counts = new int[classes];
    for (int c = 0; c < classes; c++) {
      counts[c] = in.readInt();
    }
    double[][] coefficients = new double[classes - 1][];
    for (int c = 0; c < classes - 1; c++) {
      coefficients[c] = readDoubles(in);
    }
    SupportVectors read =
        new SupportVectors(
            classes,
            gamma,
            vectors,
            counts,
            coefficients,
            readDoubles(in),
            readDoubles(in),
            readDoubles(in));
    ModelFit.require(fits(read), "damaged: the parts of a machine in statistics.bin differ");
    return read;
  }

  private static boolean fits(SupportVectors read) {
    int vectors = read.vectors().count();
    int pairs = read.classes() * (read.classes() - 1) / 2;
    return Arrays.stream(read.countOfClass()).sum() == vectors
        && Arrays.stream(read.coefficients()).allMatch(row -> row.length == vectors)
        && Stream.of(read.rho(), read.plattA(), read.plattB())
            .allMatch(values -> values.length == pairs);
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

  /** Rows of equal length; may be none. */
  static void halves(DataOutputStream out, float[][] rows) throws IOException {
    out.writeInt(rows.length);
    out.writeInt(rows.length == 0 ? 0 : rows[0].length);
    for (float[] row : rows) {
      for (float value : row) {
        out.writeShort(Half.fromFloat(value));
      }
    }
  }

  static float[][] readHalves(DataInputStream in) throws IOException {
    float[][] rows = new float[count(in)][];
    int length = count(in);
    for (int i = 0; i < rows.length; i++) {
      ByteBuffer row = bytes(in, Short.BYTES * length);
      rows[i] = new float[length];
      for (int j = 0; j < length; j++) {
        rows[i][j] = Half.toFloat(row.getShort());
      }
    }
    return rows;
  }

  static void floats(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  static float[] readFloats(DataInputStream in) throws IOException {
    float[] values = new float[count(in)];
    bytes(in, Float.BYTES * values.length).asFloatBuffer().get(values);
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
    bytes(in, Double.BYTES * values.length).asDoubleBuffer().get(values);
    return values;
  }

  /** Many at once: a model has millions of numbers, and each is waited for at every start. */
  private static ByteBuffer bytes(DataInputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return ByteBuffer.wrap(bytes);
  }

  static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > LARGEST) {
      throw new IOException("damaged: a count of " + count);
    }
    return count;
  }
}
