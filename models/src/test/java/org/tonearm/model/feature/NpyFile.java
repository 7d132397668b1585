package org.tonearm.model.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what the tests of features need of NumPy's format, version 1 with float64, from the
 * resources below this package.
 */
public final class NpyFile {
  private static final Pattern HEADER =
      Pattern.compile(
          "'descr': '<f8', 'fortran_order': (False|True), 'shape': \\((\\d*)(?:, ?(\\d*))?\\)");

  private NpyFile() {}

  /** A matrix, by rows; a vector is a matrix of one row. */
  public static double[][] matrix(String resource) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(bytes(resource)).order(ByteOrder.LITTLE_ENDIAN);
    int headerLength = bytes.getShort(8);
    String header = new String(bytes.array(), 10, headerLength, StandardCharsets.US_ASCII);
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.find()) {
      throw new IOException(resource + ": unexpected header " + header);
    }
    boolean byColumns = matcher.group(1).equals("True");
    boolean vector = matcher.group(3) == null || matcher.group(3).isEmpty();
    int rows = vector ? 1 : Integer.parseInt(matcher.group(2));
    int columns = Integer.parseInt(matcher.group(vector ? 2 : 3));
    bytes.position(10 + headerLength);
    double[][] matrix = new double[rows][columns];
    for (int n = 0; n < rows * columns; n++) {
      int row = byColumns ? n % rows : n / columns;
      int column = byColumns ? n / rows : n % columns;
      matrix[row][column] = bytes.getDouble();
    }
    return matrix;
  }

  /** All values in the order of the file's first axis. */
  public static double[] vector(String resource) throws IOException {
    double[][] matrix = matrix(resource);
    if (matrix.length == 1) {
      return matrix[0];
    }
    double[] vector = new double[matrix.length];
    for (int n = 0; n < vector.length; n++) {
      vector[n] = matrix[n][0];
    }
    return vector;
  }

  /** The signal that the dumps are of. */
  public static float[] signal() throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(bytes("scattering/signal_65536_f32le.raw")).order(ByteOrder.LITTLE_ENDIAN);
    float[] signal = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(signal);
    return signal;
  }

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream in = NpyFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no resource " + resource);
      }
      return in.readAllBytes();
    }
  }
}
